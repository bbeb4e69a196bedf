/** The schema as a whole: described in both languages, guarded, with sizes for its lists and rules for its inputs. */
import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  type GraphQLObjectType,
} from 'graphql';
import { findUnfitOperations } from './emit-schema';
import { costOf } from './limits';
import {
  ChangeWhere,
  CleanseRulesInput,
  DecideSuggestionInput,
  RuleFilter,
  RuleModeInput,
} from './types/change.type';
import { getSchema } from './schema';
import {
  ColumnEncodingInput,
  ColumnMappingInput,
  CreateDatasetInput,
  CreateUploadInput,
  ReadingInput,
  StartRunInput,
} from './types/upload.type';
import { AggregateGroup, AggregateHaving, AggregateMeasure, AggregateOrder } from './types/aggregate.type';
import { AggregateWhere, NumberFilter, WordFilter } from './types/aggregate-where.type';
import { AlertWhere } from './types/alert.type';
import { AlertRuleInput, MaintenanceInput, WebhookInput } from './types/alert-settings.type';
import { AssumedFigure, WhatIfInput } from './types/what-if.type';
import { AssessmentWhere } from './types/assessment-work.type';
import { CreateApiKeyInput } from './types/administration.type';
import { DecideReviewInput, ReviewTaskWhere } from './types/review.type';
import { CommitmentInput, CommitmentPlace } from './types/commitment.type';
import { ScheduleInput } from './types/schedule.type';
import { IocNodeWhere } from './types/ioc.type';
import { LinkedPairWhere, StartLinkageInput } from './types/linkage.type';
import {
  BooleanFilter,
  CodeFilter,
  DateTimeFilter,
  IdFilter,
  IntFilter,
  ReasonListFilter,
  RunWhere,
  VerdictWhere,
} from './types/where.type';
import { UnmaskRowInput } from './types/unmasked-row.type';

const schema = getSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

const BOTH = /^\S.* \/ \S/s;

describe('the schema', () => {
  it('describes every type, field, argument and value in Vietnamese and English', () => {
    const described: [string, string | null | undefined][] = types.flatMap((type) => {
      const own: [string, string | null | undefined][] = [[type.name, type.description]];
      if (isEnumType(type))
        own.push(
          ...type
            .getValues()
            .map((value) => [`${type.name}.${value.name}`, value.description] as [string, string]),
        );
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          own.push([`${type.name}.${field.name}`, field.description]);
          const args: readonly { name: string; description?: string | null | undefined }[] =
            'args' in field ? field.args : [];
          for (const arg of args) own.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
        }
      }
      return own;
    });
    expect(described.length).toBeGreaterThan(300);
    expect(described.filter(([, text]) => !BOTH.test(text ?? '')).map(([name]) => name)).toEqual([]);
  });

  it('knows the size of every list of objects before it runs', () => {
    const unsized = types
      .filter((type): type is GraphQLObjectType => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type)))
          .filter((field) => !field.extensions.complexity && !field.args.some((arg) => arg.name === 'first'))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(unsized).toEqual(['Upload.headers']);
  });

  it('has a rule of class-validator on every field of every input', () => {
    const inputs = [
      ChangeWhere,
      CleanseRulesInput,
      ColumnEncodingInput,
      CreateApiKeyInput,
      DecideReviewInput,
      DecideSuggestionInput,
      ReviewTaskWhere,
      RuleModeInput,
      ColumnMappingInput,
      CreateDatasetInput,
      CreateUploadInput,
      ReadingInput,
      StartRunInput,
      StartLinkageInput,
      LinkedPairWhere,
      RunWhere,
      VerdictWhere,
      AggregateGroup,
      AggregateHaving,
      AggregateMeasure,
      AggregateOrder,
      AggregateWhere,
      AssessmentWhere,
      AlertWhere,
      AlertRuleInput,
      MaintenanceInput,
      WebhookInput,
      AssumedFigure,
      WhatIfInput,
      CommitmentInput,
      CommitmentPlace,
      IocNodeWhere,
      ScheduleInput,
      UnmaskRowInput,
    ];
    const filters = [
      CodeFilter,
      RuleFilter,
      IdFilter,
      IntFilter,
      DateTimeFilter,
      ReasonListFilter,
      BooleanFilter,
      WordFilter,
      NumberFilter,
    ];
    const ruled = new Map(
      [...inputs, ...filters].map((target) => [
        target.name,
        getMetadataStorage()
          .getTargetValidationMetadatas(target, '', false, false)
          .map((rule) => rule.propertyName),
      ]),
    );
    const bare = types.filter(isInputObjectType).flatMap((type) =>
      Object.keys(type.getFields())
        // The filters on closed lists are made in one place, and their values are checked by GraphQL.
        .filter(
          (field) =>
            !/(State|Severity|Kind|Verdict|Class|Mode|Field|Decision)Filter$/.test(type.name) &&
            !ruled.get(type.name)?.includes(field),
        )
        .map((field) => `${type.name}.${field}`),
    );
    expect(bare).toEqual([]);
  });

  it('has no directives but those of the specification', () => {
    expect(schema.getDirectives().every(isSpecifiedDirective)).toBe(true);
  });

  it('fits every example that the product ships', () => {
    expect(findUnfitOperations()).toEqual([]);
  });

  it('never publishes a personal value: no type has a field for one', () => {
    const verdict = schema.getType('RowVerdict');
    const dataset = schema.getType('Dataset');
    expect(isObjectType(verdict) && Object.keys(verdict.getFields()).sort()).toEqual([
      'accepted',
      'carriedOver',
      'confidence',
      'decision',
      'effectiveVerdict',
      'fields',
      'reasons',
      'seq',
      'underlying',
      'verdict',
      'weightBits',
    ]);
    expect(isObjectType(dataset) && Object.keys(dataset.getFields()).sort()).toEqual(
      [
        'columns',
        'createdAt',
        'id',
        'locality',
        'name',
        'profile',
        'rejections',
        'rows',
        'runs',
        'source',
        'state',
      ].sort(),
    );
  });
});

describe('costOf', () => {
  const cost = (text: string, variables = {}) => costOf({ schema, document: parse(text), variables });

  it('counts objects, not scalars', () => {
    expect(cost('{ serverInfo { version mode simulated } }')).toBe(1);
    expect(cost('{ localities { code level } }')).toBe(35);
  });

  it('multiplies by first, wherever it comes from', () => {
    expect(cost('{ runs(first: 10) { nodes { dataset { id } } } }')).toBe(1 + 10 * 2);
    expect(cost('query ($n: Int = 3) { runs(first: $n) { nodes { id } } }')).toBe(4);
    expect(cost('query ($n: Int = 3) { runs(first: $n) { nodes { id } } }', { n: 100 })).toBe(101);
    expect(cost('{ runs { nodes { id } } }')).toBe(51);
  });

  it('counts what fragments spread', () => {
    expect(
      cost('{ runs(first: 10) { ...a } } fragment a on RunConnection { nodes { dataset { id } } }'),
    ).toBe(21);
  });

  it('is not fooled by an argument that does not fit', () => {
    expect(() => cost('query ($n: Int) { runs(first: $n) { nodes { id } } }', { n: 'ten' })).toThrow(
      /got invalid value/,
    );
  });
});
