import type { DataSource } from 'typeorm';
import { RegionEntity, UserEntity, UserRegionEntity } from '../database';
import { OperatorError } from '@tracker/process';
import { hashPassword } from './password';
import { passwordProblem } from './password-rule';

export interface UserToCreate {
  name: string;
  email: string;
  role: string;
  /** Names of regions; for the role `regional`. */
  regions: string[];
  password: string;
}

const ROLES = ['head', 'regional', 'manager', 'admin'] as const;

/**
 * Adds somebody who may sign in.
 *
 * @throws OperatorError with a sentence that names what is wrong
 */
export async function createUser(dataSource: DataSource, input: UserToCreate): Promise<UserEntity> {
  const name = input.name.trim();
  const email = input.email.trim().toLowerCase();
  const role = ROLES.find((known) => known === input.role);
  if (name === '') throw new OperatorError('The name is empty.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw new OperatorError(`"${input.email}" does not look like an email address.`);
  }
  if (!role)
    throw new OperatorError(`There is no role "${input.role}"; there are ${ROLES.join(', ')}.`);
  const problem = passwordProblem(input.password, { name, email });
  if (problem) throw new OperatorError(problem);
  const passwordHash = await hashPassword(input.password);
  return dataSource.transaction(async (manager) => {
    if (await manager.existsBy(UserEntity, { email })) {
      throw new OperatorError(`There is a user with the address ${email} already.`);
    }
    const user = await manager.save(
      UserEntity,
      manager.create(UserEntity, { name, email, role, passwordHash }),
    );
    for (const regionName of input.regions) {
      const region = await manager.findOneBy(RegionEntity, { name: regionName });
      if (!region) throw new OperatorError(`There is no region called "${regionName}".`);
      await manager.insert(UserRegionEntity, { userId: user.id, regionId: region.id });
    }
    return user;
  });
}
