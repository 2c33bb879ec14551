-- What is in a picture, in the words of whoever sent it, for whoever cannot see it (M5).
alter table files add column description text;
