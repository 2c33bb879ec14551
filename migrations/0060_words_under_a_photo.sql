-- Words that went out under their writer's photo: an edit changes a caption, which takes fewer letters.
alter table messages add column under_photo boolean not null default false;

-- The newest photo is asked of Telegram when it is needed; nothing ever wrote this.
alter table staff drop column photo_file_id;
