# Что API отвечает о статьях.

error-article-unknown = Такой статьи нет. Прочитайте список заново.
error-article-changed = Эту статью тем временем изменил кто-то другой. Прочитайте её заново; ваш текст сохранён.
error-article-link = Ссылка { $link } ({ $language }) никуда не ведёт. Укажите адрес с https:// или article: и имя статьи.
error-article-slug-taken = Другая статья называется или называлась { $slug }. Выберите другое имя.
error-section-unknown = Раздела { $section } нет. Выберите один из списка.
error-section-used = В разделе { $section } ещё есть статьи. Сначала перенесите их.
