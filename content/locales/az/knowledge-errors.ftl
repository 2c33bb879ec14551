# API məqalələr haqqında nə cavab verir.

error-article-unknown = Belə məqalə yoxdur. Siyahını yenidən oxuyun.
error-article-changed = Bu məqaləni bu arada başqası dəyişib. Onu yenidən oxuyun; yazdıqlarınız yerindədir.
error-article-link = { $link } keçidi ({ $language }) heç yerə aparmır. https:// ilə başlayan ünvan, yaxud article: və məqalənin adını yazın.
error-article-slug-taken = { $slug } adlı başqa məqalə var və ya olub. Başqa ad seçin.
error-section-unknown = { $section } adlı bölmə yoxdur. Siyahıdan birini seçin.
error-section-used = { $section } bölməsində hələ məqalələr var. Əvvəlcə onları köçürün.
error-ai-off = Bu masada cavab qaralaması xidməti yoxdur. Onu masanın sahibi AI_URL ilə qoşur.
