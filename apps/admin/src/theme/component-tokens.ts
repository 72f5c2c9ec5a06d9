import type { ThemeConfig } from 'antd';
import type { Palette } from './palette.js';

/** What antd's components take beyond the global tokens. Colours come from the palette only. */
export function componentTokens(p: Palette): NonNullable<ThemeConfig['components']> {
  const edge = { colorBorder: p.inputEdge };
  return {
    Button: {
      fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none',
      contentFontSizeSM: 13, paddingInline: 12, paddingInlineSM: 8,
    },
    Table: {
      cellFontSize: 14, cellFontSizeMD: 13, cellFontSizeSM: 13,
      cellPaddingBlock: 10, cellPaddingInline: 12, cellPaddingBlockSM: 6, cellPaddingInlineSM: 10,
      headerBg: p.colorBgContainer, headerColor: p.colorTextTertiary, headerSplitColor: 'transparent', headerBorderRadius: 0,
      rowHoverBg: p.colorFillQuaternary, rowSelectedBg: p.colorPrimaryBg, rowSelectedHoverBg: p.colorPrimaryBgHover,
      borderColor: p.colorSplit, footerBg: p.colorFillQuaternary,
    },
    Input: { ...edge, paddingInline: 10, activeShadow: `0 0 0 3px ${p.controlOutline}`, inputFontSizeLG: 16 },
    InputNumber: edge,
    Select: { ...edge, optionSelectedFontWeight: 500, optionHeight: 32 },
    Checkbox: { ...edge, borderRadiusSM: 4 },
    Radio: { ...edge, dotSize: 8 },
    Form: { labelColor: p.colorText, labelHeight: 22, verticalLabelPadding: '0 0 4px', itemMarginBottom: 14 },
    Segmented: { trackBg: p.colorFillTertiary, itemSelectedBg: p.colorBgContainer, itemColor: p.colorTextSecondary, trackPadding: 2 },
    Tabs: { horizontalItemPadding: '8px 0', horizontalItemGutter: 20, titleFontSize: 14, inkBarColor: p.colorPrimary, itemColor: p.colorTextSecondary },
    Progress: { defaultColor: p.colorPrimary, remainingColor: p.colorFillSecondary, lineBorderRadius: 3 },
    Tag: { defaultBg: p.colorFillTertiary, defaultColor: p.colorTextSecondary },
    Alert: { defaultPadding: '8px 12px', withDescriptionPadding: '12px 14px' },
    Drawer: { paddingLG: 16 },
    Modal: { titleFontSize: 16 },
    Tooltip: { borderRadius: 4, fontSize: 12 },
  };
}
