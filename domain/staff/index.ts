export { changeStaff, hire, speakTo } from './manage.sql.ts';
export { NOTICE_TASK, Notice, noticeSoon } from './notice.ts';
export { type Actor, authorOf, demand, PERMISSIONS, type Permission } from './permissions.ts';
export { deleteRole, listRoles, type Role, saveRole } from './roles.sql.ts';
export { closeSession, makeLoginLink, openSession, signInByLink, staffOfSession } from './sign-in.sql.ts';
export {
  addStaff,
  listAllStaff,
  listStaff,
  namesOf,
  type StaffMember,
  staffById,
  staffByTelegram,
  whoMay,
} from './staff.sql.ts';
