/**
 * The colours of the two themes. Every pair of text and surface used on a screen has a contrast of at least
 * 4.5:1 and every edge of an input 3:1 (WCAG 2.2 AA); change a value only together with that measurement.
 * Indigo is yours to do, brown waits on someone, green is done, red is broken or late, grey has no state.
 */
export interface Palette {
  readonly colorPrimary: string;
  readonly colorSuccess: string;
  readonly colorWarning: string;
  readonly colorError: string;
  readonly colorInfo: string;
  readonly colorLink: string;
  readonly colorPrimaryHover: string;
  readonly colorPrimaryActive: string;
  readonly colorPrimaryBg: string;
  readonly colorPrimaryBgHover: string;
  readonly colorPrimaryBorder: string;
  readonly colorPrimaryBorderHover: string;
  readonly colorPrimaryText: string;
  readonly colorPrimaryTextHover: string;
  readonly colorPrimaryTextActive: string;
  readonly colorSuccessHover: string;
  readonly colorSuccessText: string;
  readonly colorSuccessBg: string;
  readonly colorSuccessBorder: string;
  readonly colorWarningHover: string;
  readonly colorWarningText: string;
  readonly colorWarningBg: string;
  readonly colorWarningBorder: string;
  readonly colorErrorHover: string;
  readonly colorErrorActive: string;
  readonly colorErrorText: string;
  readonly colorErrorBg: string;
  readonly colorErrorBorder: string;
  readonly colorInfoBg: string;
  readonly colorInfoBorder: string;
  readonly colorInfoText: string;
  readonly colorLinkHover: string;
  readonly colorLinkActive: string;
  readonly colorText: string;
  readonly colorTextSecondary: string;
  readonly colorTextTertiary: string;
  readonly colorTextQuaternary: string;
  readonly colorTextDisabled: string;
  readonly colorTextPlaceholder: string;
  readonly colorTextDescription: string;
  readonly colorTextHeading: string;
  readonly colorTextLightSolid: string;
  readonly colorIcon: string;
  readonly colorIconHover: string;
  readonly colorBgLayout: string;
  readonly colorBgContainer: string;
  readonly colorBgElevated: string;
  readonly colorBgSpotlight: string;
  readonly colorBgContainerDisabled: string;
  readonly colorFill: string;
  readonly colorFillSecondary: string;
  readonly colorFillTertiary: string;
  readonly colorFillQuaternary: string;
  readonly colorBorder: string;
  readonly colorBorderSecondary: string;
  readonly colorSplit: string;
  readonly controlItemBgHover: string;
  readonly controlItemBgActive: string;
  readonly controlItemBgActiveHover: string;
  readonly controlOutline: string;
  readonly boxShadow: string;
  readonly boxShadowSecondary: string;
  readonly boxShadowTertiary: string;
  /** Edge of inputs, selects, checkboxes and radios; `colorBorder` itself stays a quiet line. */
  readonly inputEdge: string;
}

export const light: Palette = {
  colorPrimary: '#2A4894',
  colorSuccess: '#17724A',
  colorWarning: '#8F5200',
  colorError: '#B3261E',
  colorInfo: '#2A4894',
  colorLink: '#2A4894',
  colorPrimaryHover: '#3A5CB2',
  colorPrimaryActive: '#1D3570',
  colorPrimaryBg: '#E9EEF9',
  colorPrimaryBgHover: '#DCE4F6',
  colorPrimaryBorder: '#A9BBE6',
  colorPrimaryBorderHover: '#7E97D4',
  colorPrimaryText: '#2A4894',
  colorPrimaryTextHover: '#3A5CB2',
  colorPrimaryTextActive: '#1D3570',
  colorSuccessHover: '#20875A',
  colorSuccessText: '#17724A',
  colorSuccessBg: '#E3F3EA',
  colorSuccessBorder: '#A6D3B9',
  colorWarningHover: '#A86200',
  colorWarningText: '#8F5200',
  colorWarningBg: '#FBF0DC',
  colorWarningBorder: '#E6C689',
  colorErrorHover: '#C93A31',
  colorErrorActive: '#8E1C16',
  colorErrorText: '#B3261E',
  colorErrorBg: '#FCECEA',
  colorErrorBorder: '#EEB9B3',
  colorInfoBg: '#E9EEF9',
  colorInfoBorder: '#A9BBE6',
  colorInfoText: '#2A4894',
  colorLinkHover: '#3A5CB2',
  colorLinkActive: '#1D3570',
  colorText: '#1B1F2A',
  colorTextSecondary: '#4A5062',
  colorTextTertiary: '#5B6172',
  colorTextQuaternary: '#616777',
  colorTextDisabled: '#6F7486',
  colorTextPlaceholder: '#616777',
  colorTextDescription: '#5B6172',
  colorTextHeading: '#1B1F2A',
  colorTextLightSolid: '#FFFFFF',
  colorIcon: '#616778',
  colorIconHover: '#1B1F2A',
  colorBgLayout: '#F4F1EA',
  colorBgContainer: '#FFFFFF',
  colorBgElevated: '#FFFFFF',
  colorBgSpotlight: '#1B1F2A',
  colorBgContainerDisabled: '#F4F1EA',
  colorFill: '#DEDACF',
  colorFillSecondary: '#EAE6DC',
  colorFillTertiary: '#F1EEE6',
  colorFillQuaternary: '#F8F6F1',
  colorBorder: '#CFCABD',
  colorBorderSecondary: '#E6E2D8',
  colorSplit: '#ECE8DF',
  controlItemBgHover: '#F8F6F1',
  controlItemBgActive: '#E9EEF9',
  controlItemBgActiveHover: '#DCE4F6',
  controlOutline: 'rgba(42,72,148,.22)',
  boxShadow: '0 1px 2px rgba(27,31,42,.06), 0 8px 24px rgba(27,31,42,.12)',
  boxShadowSecondary: '0 1px 2px rgba(27,31,42,.06), 0 8px 24px rgba(27,31,42,.12)',
  boxShadowTertiary: '0 1px 2px rgba(27,31,42,.06)',
  inputEdge: '#8E897B',
};

export const dark: Palette = {
  colorPrimary: '#93ACF3',
  colorSuccess: '#6CC795',
  colorWarning: '#E5B15C',
  colorError: '#F2938B',
  colorInfo: '#93ACF3',
  colorLink: '#A5BAF6',
  colorPrimaryHover: '#AFC2F7',
  colorPrimaryActive: '#7C98E8',
  colorPrimaryBg: '#222D4D',
  colorPrimaryBgHover: '#2A3860',
  colorPrimaryBorder: '#3F5490',
  colorPrimaryBorderHover: '#5A73BC',
  colorPrimaryText: '#A5BAF6',
  colorPrimaryTextHover: '#C0CFFA',
  colorPrimaryTextActive: '#93ACF3',
  colorSuccessHover: '#86D6AA',
  colorSuccessText: '#6CC795',
  colorSuccessBg: '#16301F',
  colorSuccessBorder: '#2C5B3E',
  colorWarningHover: '#EFC27B',
  colorWarningText: '#E5B15C',
  colorWarningBg: '#362912',
  colorWarningBorder: '#6A5123',
  colorErrorHover: '#F7ADA6',
  colorErrorActive: '#E37A71',
  colorErrorText: '#F2938B',
  colorErrorBg: '#3E1D1C',
  colorErrorBorder: '#77393A',
  colorInfoBg: '#222D4D',
  colorInfoBorder: '#3F5490',
  colorInfoText: '#A5BAF6',
  colorLinkHover: '#C0CFFA',
  colorLinkActive: '#93ACF3',
  colorText: '#E9E8E4',
  colorTextSecondary: '#B9BAC0',
  colorTextTertiary: '#A3A5AF',
  colorTextQuaternary: '#989AA6',
  colorTextDisabled: '#8A8C98',
  colorTextPlaceholder: '#989AA6',
  colorTextDescription: '#A3A5AF',
  colorTextHeading: '#F2F1ED',
  colorTextLightSolid: '#0E1633',
  colorIcon: '#9C9EA8',
  colorIconHover: '#E9E8E4',
  colorBgLayout: '#121317',
  colorBgContainer: '#1A1C22',
  colorBgElevated: '#23262E',
  colorBgSpotlight: '#E9E8E4',
  colorBgContainerDisabled: '#22242B',
  colorFill: '#3A3D47',
  colorFillSecondary: '#30333C',
  colorFillTertiary: '#272A32',
  colorFillQuaternary: '#20232A',
  colorBorder: '#41454F',
  colorBorderSecondary: '#2C2F38',
  colorSplit: '#282B33',
  controlItemBgHover: '#22252C',
  controlItemBgActive: '#222D4D',
  controlItemBgActiveHover: '#2A3860',
  controlOutline: 'rgba(147,172,243,.28)',
  boxShadow: '0 0 0 1px #2C2F38, 0 12px 32px rgba(0,0,0,.5)',
  boxShadowSecondary: '0 0 0 1px #2C2F38, 0 12px 32px rgba(0,0,0,.5)',
  boxShadowTertiary: 'none',
  inputEdge: '#6F7480',
};
