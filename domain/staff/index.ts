export { type Actor, demand, may, PERMISSIONS, type Permission, ROLES, type Role } from './permissions.ts';
export { closeSession, makeLoginLink, openSession, signInByLink, staffOfSession } from './sign-in.sql.ts';
export { addStaff, listStaff, type StaffMember, staffById, staffByTelegram } from './staff.sql.ts';
