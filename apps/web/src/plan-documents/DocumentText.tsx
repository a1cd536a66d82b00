import { Fragment } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PlanBlock } from '@tracker/contract';
import type { Passage } from '@tracker/domain';
import { TONES } from '../layout/palette';
import { inLists, markedPieces, marksIn } from './marked-text';

interface DocumentTextProps {
  blocks: readonly PlanBlock[];
  /** Words to mark in it. */
  passages: readonly Passage[];
  /** Of the whole document, so that passages find their blocks; all of it without them. */
  only?: readonly number[];
}

/** The text of a document as its reader found it: headings, lists and tables, and nothing that runs. */
export function DocumentText({ blocks, passages, only }: DocumentTextProps) {
  const groups = inLists(blocks)
    .map((group) => group.filter(({ at }) => !only || only.includes(at)))
    .filter((group) => group.length > 0);
  return (
    <Box sx={TEXT}>
      {groups.map((group) => {
        const [{ block, at } = { block: undefined, at: -1 }] = group;
        if (block?.kind === 'item') {
          return (
            <ul key={at}>
              {group.map((item) => (
                <li key={item.at}>
                  <Words {...item} passages={passages} />
                </li>
              ))}
            </ul>
          );
        }
        return block && <Piece key={at} {...{ block, at, passages }} />;
      })}
    </Box>
  );
}

interface PieceProps {
  block: PlanBlock;
  at: number;
  passages: readonly Passage[];
}

function Piece(props: PieceProps) {
  const { block, at, passages } = props;
  if (block.kind === 'table') {
    const { texts, whole } = marksIn(block, at, passages);
    const rows = block.rows ?? [];
    const width = Math.max(...rows.map(({ length }) => length));
    return (
      <table>
        <tbody>
          {rows.map((row, y) => (
            <tr key={y}>
              {row.map((cell, x) => (
                <td key={x}>
                  <Marked text={cell} texts={texts} whole={whole && cell !== ''} />
                </td>
              ))}
              {row.length < width && <td colSpan={width - row.length} />}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  if (block.kind === 'heading') {
    return (
      <Typography component="h3" variant={(block.level ?? 0) === 1 ? 'h2' : 'h3'}>
        <Words {...props} />
      </Typography>
    );
  }
  return (
    <p>
      <Words {...props} />
    </p>
  );
}

function Words({ block, at, passages }: PieceProps) {
  const { texts, whole } = marksIn(block, at, passages);
  return <Marked text={block.text ?? ''} texts={texts} whole={whole} />;
}

function Marked({ text, texts, whole }: { text: string; texts: string[]; whole: boolean }) {
  if (whole) return <mark>{text}</mark>;
  return markedPieces(text, texts).map(({ text: piece, marked }, i) =>
    marked ? <mark key={i}>{piece}</mark> : <Fragment key={i}>{piece}</Fragment>,
  );
}

const TEXT = {
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
  '& p, & ul': { my: 1 },
  '& ul': { pl: 3 },
  '& h3': { mt: 2, mb: 0.5 },
  '& > :first-of-type': { mt: 0 },
  '& table': { borderCollapse: 'collapse', width: '100%', my: 1 },
  '& td': { border: 1, borderColor: 'divider', p: 0.75, verticalAlign: 'top' },
  '& mark': ({ palette }: { palette: { mode: 'light' | 'dark' } }) => ({
    color: TONES[palette.mode].soon.text,
    backgroundColor: TONES[palette.mode].soon.ground,
    outline: `2px solid ${TONES[palette.mode].soon.line}`,
    borderRadius: '2px',
    fontWeight: 650,
  }),
} as const;
