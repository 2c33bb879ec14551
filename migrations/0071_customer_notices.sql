-- How much the bot tells a customer: every step, or only answers, questions and the end.
alter table customers add column notices text not null default 'series' check (notices in ('short', 'series'));
