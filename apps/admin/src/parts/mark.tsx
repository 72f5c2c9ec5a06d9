/** The kawung: four petals, two of indigo and two of soga brown. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <g className="mark-nila">
        <ellipse cx="10" cy="10" rx="8.2" ry="4.6" transform="rotate(45 10 10)" />
        <ellipse cx="22" cy="22" rx="8.2" ry="4.6" transform="rotate(45 22 22)" />
      </g>
      <g className="mark-soga">
        <ellipse cx="22" cy="10" rx="8.2" ry="4.6" transform="rotate(-45 22 10)" />
        <ellipse cx="10" cy="22" rx="8.2" ry="4.6" transform="rotate(-45 10 22)" />
      </g>
    </svg>
  );
}
