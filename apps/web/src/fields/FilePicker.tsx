import { useRef, useState, type DragEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { plural } from '@tracker/domain';

interface FilePickerProps {
  file: File | null;
  onChoose: (file: File | null) => void;
  /** Endings offered by the browser: `.csv,.xlsx`. */
  accept: string;
  label?: string;
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return plural(bytes, 'byte');
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** Drop a file, or choose one with the button, which does the same for those who do not drag. */
export function FilePicker(props: FilePickerProps) {
  const { file, onChoose, accept, label = 'File to import' } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onChoose(dropped);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: 2,
        p: 3,
        textAlign: 'center',
      }}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        data-testid="import-file"
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
      <Typography role="status" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
        {file ? (
          <>
            <strong>{file.name}</strong>, {sizeInWords(file.size)}
          </>
        ) : (
          'Drop the file here, or'
        )}
      </Typography>
      <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => input.current?.click()}>
        {file ? 'Choose another file' : 'Choose a file'}
      </Button>
    </Box>
  );
}
