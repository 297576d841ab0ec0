import type { AuditActor } from '@oriel/db/audit';
import type { Identity } from '@oriel/db/principal';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Principal, requirePermission } from '@oriel/domain/permissions-and-scope';
import { z } from 'zod';
