-- What did not arrive, and what could not be handled: who may see to it, and how often it was tried.
alter table failed_updates add column tries integer not null default 1;
update roles set permissions = permissions || '{delivery.manage}' where name = 'admin';
