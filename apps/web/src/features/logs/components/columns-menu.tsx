'use client';
import { Columns3 } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { Popover } from '@/ui/popover.tsx';
import { COLUMNS, type Column } from '../columns.ts';

type ColumnsMenuProps = { columns: readonly Column[]; onChange: (columns: Column[]) => void };

export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  return (
    <Popover
      label="Columns"
      align="end"
      className="w-44 px-3 py-2"
      trigger={
        <Button size="small" variant="ghost" icon={Columns3}>
          Columns
        </Button>
      }
    >
      {COLUMNS.map((column) => (
        <CheckboxField
          key={column}
          label={column}
          checked={columns.includes(column)}
          onChange={(event) => {
            const wanted = event.target.checked;
            onChange(COLUMNS.filter((one) => (one === column ? wanted : columns.includes(one))));
          }}
        />
      ))}
    </Popover>
  );
}
