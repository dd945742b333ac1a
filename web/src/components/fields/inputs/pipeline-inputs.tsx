import { Autocomplete, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lostReasonsQuery, pipelinesQuery } from '../../../lib/workspace';
import { type FieldInputProps, useInputProps } from '../field-input-props';
import { OptionRow } from '../values/option-badge';
import { stageColor } from '../values/stage-value';

export function StageInput(props: FieldInputProps) {
  const { value, onChange, mode } = props;
  const { data } = useQuery(pipelinesQuery);
  const pipelines = data?.items ?? [];
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return (
    <Select
      {...useInputProps(props)}
      data={pipelines.map((pipeline) => ({
        group: pipeline.name,
        items: pipeline.stages.map((stage) => ({ value: stage.id, label: stage.name })),
      }))}
      renderOption={({ option }) => {
        const stage = stages.find(({ id }) => id === option.value);
        return <OptionRow label={option.label} color={stage ? stageColor(stage) : 'gray'} />;
      }}
      maxDropdownHeight={320}
      defaultDropdownOpened={mode === 'inline'}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => next && onChange(next, { isFinal: true })}
    />
  );
}

export function PipelineInput(props: FieldInputProps) {
  const { value, onChange, mode } = props;
  const { data } = useQuery(pipelinesQuery);
  return (
    <Select
      {...useInputProps(props)}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      defaultDropdownOpened={mode === 'inline'}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => next && onChange(next, { isFinal: true })}
    />
  );
}

/** The company's reasons are suggested; another one may be written. */
export function LostReasonInput(props: FieldInputProps) {
  const { value, onChange } = props;
  const { data } = useQuery(lostReasonsQuery);
  const reasons = (data?.items ?? []).filter((reason) => !reason.isArchived).map(({ name }) => name);
  return (
    <Autocomplete
      {...useInputProps(props)}
      data={[...new Set(reasons)]}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => onChange(next || null)}
    />
  );
}
