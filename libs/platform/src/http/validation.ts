import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { validateSync, type ValidatorOptions } from 'class-validator';
import { type FieldError, invalidFields } from './domain-error.js';

/** Our rules ask nobody, so nothing is waited for: half the time of validating with promises. */
class SynchronousValidation extends ValidationPipe {
  protected override validate(object: object, options?: ValidatorOptions): ValidationError[] {
    return [...validateSync(object, options), ...unusable(object)];
  }
}

/**
 * What no rule of a field says: null where the description allows none (an optional field may be left out, and class-validator
 * takes null for that), and the character that no text of Postgres can hold.
 */
function unusable(object: object): ValidationError[] {
  return Object.entries(object).flatMap(([property, value]: [string, unknown]): ValidationError[] => {
    if (value === null && !nullable(object, property)) return [{ property, constraints: { isNotNull: 'Isian ini tidak boleh dikosongkan.' } }];
    if (typeof value === 'string' && value.includes('\u0000')) return [{ property, constraints: { isText: 'Isian ini memuat karakter yang tidak dapat disimpan. Ketik ulang.' } }];
    if (typeof value !== 'object' || value === null) return [];
    const children = unusable(value);
    return children.length > 0 ? [{ property, children }] : [];
  });
}

/** Where @ApiProperty keeps what it was given. */
const DESCRIPTION = 'swagger/apiModelProperties';

/** As OpenAPI tells everybody; of what it does not describe (free data within a field) nothing is known. */
function nullable(object: object, property: string): boolean {
  const described = Reflect.getMetadata(DESCRIPTION, object, property) as { nullable?: boolean } | undefined;
  return described === undefined || described.nullable === true;
}

/** Unknown fields are refused, and every wrong field is named by its path. */
export function validationPipe(): ValidationPipe {
  return new SynchronousValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => invalidFields(flatten(errors, '')),
  });
}

function flatten(errors: ValidationError[], prefix: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      code: rule === 'whitelistValidation' ? 'UNKNOWN_FIELD' : rule.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase(),
      message: rule === 'whitelistValidation' ? 'Isian ini tidak dikenal.' : message,
    }));
    return [...own, ...flatten(error.children ?? [], field)];
  });
}
