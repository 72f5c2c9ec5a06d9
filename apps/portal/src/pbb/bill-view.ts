import { type PublicBill, type PublicReceipt, type PublicYear, TOKEN_MINUTES } from '#pbb';
import { formatLong, formatRupiah, formatThousands, formatTimeWib, type PlainDate, plainDateInJakarta, type Rupiah, terbilang } from '#values';

const ring = '<circle cx="12" cy="12" r="9"/>';
const hourglass = '<path d="M6 3h12M6 21h12M7 3c0 5 4 6 5 9-1 3-5 4-5 9M17 3c0 5-4 6-5 9 1 3 5 4 5 9"/>';
const bank = '<path d="M3 21h18M4 10h16L12 4zM6 10v8m4-8v8m4-8v8m4-8v8"/>';

/** A state is told by word, icon and colour. */
const look: Readonly<Record<string, readonly [word: string, tone: string, icon: string]>> = {
  late: ['BELUM DIBAYAR', 'bad', `${ring}<path d="m9 9 6 6m0-6-6 6"/>`],
  open: ['BELUM DIBAYAR', 'none', `${ring}<path d="M12 7v5l3 2"/>`],
  'with-collector': ['DIBAYAR KE PETUGAS – MENUNGGU SETOR', 'wait', hourglass],
  deposited: ['DISETOR – MENUNGGU BUKTI BANK', 'wait', bank],
  settled: ['LUNAS', 'done', `${ring}<path d="m8 12.5 3 3L16 9.5"/>`],
  nil: ['NIHIL', 'none', `${ring}<path d="M8 12h8"/>`],
};

/** Everything the page says, in words. @param address of the page, below which a receipt's paper lies */
export function billView(bill: PublicBill, address: string, now: Date) {
  const today = plainDateInJakarta(now);
  const unpaid = bill.years.filter(({ state }) => state === 'unpaid');
  return {
    ...bill,
    place: bill.place && titleCase(bill.place.replace(/^(DSN|DK)\b\.?/i, 'DUSUN')),
    areas: [areaWords('Tanah', bill.landArea), areaWords('bangunan', bill.buildingArea)].filter(Boolean).join(', '),
    due: dueView(unpaid),
    calm: unpaid.length > 0 ? null : 'Tidak ada yang perlu dibayar sekarang.',
    unknown: unknownWords(unpaid),
    years: bill.years.map((year) => yearView(year, address, today)),
    payTitle: unpaid.length > 0 ? 'Ke mana membayar' : 'Bila ada tagihan baru',
    dial: bill.office.phone?.replace(/[^\d+]/g, '') ?? '',
    checkedAt: `${formatLong(today)} pukul ${formatTimeWib(now)}`,
    minutes: TOKEN_MINUTES,
  };
}

/** What can be paid today: years whose penalty nobody can say are left out, and said to be. */
function dueView(unpaid: readonly PublicYear[]) {
  const payable = unpaid.filter(({ penalty }) => penalty !== null);
  if (payable.length === 0) return null;
  const total = payable.reduce((sum, year) => sum + costOf(year), 0n);
  const [until] = payable.flatMap(({ penalty }) => penalty?.sameUntil ?? []).toSorted();
  return {
    title: until ? `Yang perlu dibayar sampai ${formatLong(until)}` : 'Yang perlu dibayar',
    amount: formatRupiah(total),
    words: `${capital(terbilang(total))} rupiah, untuk tahun ${listed(payable.map(({ taxYear }) => String(taxYear)).toSorted())}.`,
  };
}

function unknownWords(unpaid: readonly PublicYear[]): string | null {
  const years = unpaid.filter(({ penalty }) => penalty === null).map(({ taxYear }) => String(taxYear)).toSorted();
  return years.length === 0 ? null : `Aturan denda untuk tahun pajak ${listed(years)} belum ditetapkan kabupaten, jadi tahun itu belum dapat dibayar dan tidak termasuk dalam jumlah yang perlu dibayar. Tanyakan ke Bapenda.`;
}

function yearView(year: PublicYear, address: string, today: PlainDate) {
  const early = year.state === 'unpaid' && today <= year.dueOn;
  const [word, tone, icon] = look[year.state === 'unpaid' ? (early ? 'open' : 'late') : year.state] ?? ['', 'none', ring];
  return {
    taxYear: year.taxYear, word, tone, icon,
    under: year.state === 'unpaid' ? `jatuh tempo ${formatLong(year.dueOn)}` : year.state === 'nil' ? 'tidak ada pajak yang dibayar' : 'jumlah yang dibayar',
    amount: year.state === 'unpaid' && !year.penalty ? `pokok ${formatRupiah(year.principal)}` : formatRupiah(year.receipt ? year.receipt.principal + year.receipt.penalty : costOf(year)),
    detail: year.penalty && year.penalty.amount > 0n
      ? { title: `Termasuk denda ${formatRupiah(year.penalty.amount)}`, principal: formatRupiah(year.principal), penalty: formatRupiah(year.penalty.amount), lines: year.penalty.lines }
      : null,
    note: noteOf(year),
    file: year.receipt?.file === 'ready' ? `${address}/kuitansi/${year.receipt.paymentId}` : null,
  };
}

/** Who has the money and what happens next. */
function noteOf({ state, receipt }: PublicYear): string | null {
  if (state === 'unpaid' || state === 'nil') return null;
  if (!receipt) return state === 'settled' ? 'Lunas menurut daftar pajak Bapenda.' : null;
  const paid = `Dibayar ${formatLong(receipt.receivedOn)} kepada ${receipt.collector}, kuitansi ${receipt.number}${receipt.penalty > 0n ? `, termasuk denda ${formatRupiah(receipt.penalty)}` : ''}.`;
  return `${paid}${nextOf[state] ?? ''}${severalOf(receipt)}`;
}

const nextOf: Readonly<Record<string, string>> = {
  'with-collector': ' Uangnya ada pada petugas dan belum sampai ke bank. Menjadi LUNAS setelah bank menerimanya.',
  deposited: ' Uangnya sudah disetor petugas. Menjadi LUNAS setelah tercatat pada rekening bank.',
};

const severalOf = ({ file }: PublicReceipt): string => (file === 'of-several' ? ' Kuitansinya memuat objek pajak lain juga, jadi hanya dapat diminta di kantor desa.' : '');

const costOf = ({ principal, penalty }: PublicYear): Rupiah => principal + (penalty?.amount ?? 0n);

const areaWords = (what: string, metres: number | null): string => (metres === null || metres === 0 ? '' : `${what} ${formatThousands(metres)} m²`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const titleCase = (text: string): string => text.toLowerCase().replace(/(^|[\s(/-])\p{L}/gu, (start) => start.toUpperCase());

/** `2024`, `2024 dan 2025`, `2023, 2024, dan 2025`. */
function listed(words: readonly string[]): string {
  if (words.length <= 2) return words.join(' dan ');
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1) ?? ''}`;
}
