# Parametrlər: bilik bazasının bölmələri və məqalələrə aid olanlar.

settings-sections = Bölmələr
settings-sections-hint = Müştərilər onları bu ardıcıllıqla görür. Məqaləsi olmayan bölmə göstərilmir.
settings-sections-none = Hələ bölmə yoxdur. Məqalələr üçün bölmə lazımdır.
settings-section-new = Yeni bölmə
settings-section-emoji = Emoji
settings-section-remove = Bölməni sil
settings-section-articles =
    { $count ->
        [0] Məqalə yoxdur
       *[other] { $count } məqalə
    }
settings-section-articles-hint = Müştərilər onları bu ardıcıllıqla görür. Bölməni yalnız boşaldıqdan sonra silmək olar.
settings-section-of = “{ $name }” məqaləsinin bölməsi
settings-named-up = { $name }: yuxarı
settings-named-down = { $name }: aşağı
console-macro-related = Makro: { $title }
settings-article-files = Fayllar
settings-article-files-hint = Oxucular onları bütün dillərdə mətnin altında görür, bot isə cavabından əvvəl göndərir. Ən çoxu { $most } fayl.
settings-article-files-add = Fayl əlavə et
settings-article-file-words = { $name } faylında nə görünür, { $language }
settings-article-file-seen = Orada nə görünür?
