# Settings: the sections of the knowledge base, and what belongs to its articles.

settings-sections = Sections
settings-sections-hint = In this order customers see them. A section without articles is not shown.
settings-sections-none = No section yet. Articles need one to stand in.
settings-section-new = New section
settings-section-emoji = Emoji
settings-section-remove = Delete the section
settings-section-articles =
    { $count ->
        [0] No articles
        [one] { $count } article
       *[other] { $count } articles
    }
settings-section-articles-hint = In this order customers see them. A section can be deleted once it has none.
settings-section-of = Section of “{ $name }”
settings-named-up = { $name }: move up
settings-named-down = { $name }: move down
console-macro-related = Macro: { $title }
settings-article-files = Files
settings-article-files-hint = Readers find them below the text in every language, and the bot sends them before its answer. { $most } at most.
settings-article-files-add = Add files
settings-article-file-words = What is seen on { $name }, { $language }
settings-article-file-seen = What is seen on it?
