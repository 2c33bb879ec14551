# Настройки: разделы базы знаний и то, что относится к её статьям.

settings-sections = Разделы
settings-sections-hint = В этом порядке их видят клиенты. Раздел без статей не показывается.
settings-sections-none = Разделов пока нет. Статье нужен раздел, в котором она стоит.
settings-section-new = Новый раздел
settings-section-emoji = Эмодзи
settings-section-remove = Удалить раздел
settings-section-articles =
    { $count ->
        [0] Статей нет
        [one] { $count } статья
        [few] { $count } статьи
       *[many] { $count } статей
    }
settings-section-articles-hint = В этом порядке их видят клиенты. Удалить раздел можно, когда статей в нём не останется.
settings-section-of = Раздел статьи «{ $name }»
settings-named-up = { $name }: выше
settings-named-down = { $name }: ниже
console-macro-related = Макрос: { $title }
settings-article-files = Файлы
settings-article-files-hint = Читатели видят их под текстом на любом языке, а бот отправляет их перед ответом. Не больше { $most }.
settings-article-files-add = Добавить файлы
settings-article-file-words = Что видно в файле { $name }, { $language }
settings-article-file-seen = Что на нём видно?
