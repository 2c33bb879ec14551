# Настройки: база знаний.

settings-knowledge = База знаний
settings-knowledge-lead = То, что клиенты читают сами и чем бот отвечает до создания обращения.
# keys: settings-knowledge-view-*
settings-knowledge-view-articles = Статьи
settings-knowledge-view-sections = Разделы
settings-knowledge-view-searches = Поиски
settings-knowledge-view-synonyms = Синонимы
settings-knowledge-view-bot = Бот
settings-article = Статья
settings-article-new = Новая статья
settings-articles-none = Статей пока нет. Напишите первую: о чём вас спрашивают каждый день?
# keys: settings-article-state-*
settings-article-state-draft = Черновик
settings-article-state-review = На проверке
settings-article-state-returned = Вернули
settings-article-state-archived = В архиве
settings-article-due = Пора проверить
settings-article-show = Какие статьи
# keys: settings-article-show-*
settings-article-show-all = Все
settings-article-show-draft = Черновики
settings-article-show-review = На проверке
settings-article-show-due = Пора проверить
settings-article-show-archived = Архив
settings-article-coverage = Языки
settings-article-coverage-any = Любые языки
settings-article-coverage-lacks = Нет: { $language }
settings-article-reads = прочитали за 30 дней: { $count }
settings-article-helped = помогла { $helpful } из { $judged }
settings-article-title = Заголовок
settings-article-summary = Одной фразой
settings-article-summary-hint = Стоит под заголовком в списках.
settings-article-body = Текст
settings-article-body-hint = Markdown: **жирный**, списки с 1. или -, ссылки [слова](https://…), на другую статью [слова](article:её-имя). Бот говорит первый абзац и три шага.
settings-article-keywords = Как ещё это называют
settings-article-keywords-hint = Читает только поиск: слова клиентов, и с опечатками тоже.
settings-article-place = Где стоит
settings-article-place-hint = Меняется сразу, без новой версии.
settings-article-section = Раздел
settings-article-slug = Имя в адресе
settings-article-slug-hint = Латинские буквы, цифры и -. Старое имя тоже ведёт к ней.
settings-article-topics = Темы
settings-article-topics-none = Никакие: бот не предложит её к выбранной теме
settings-article-macros = Связанные макросы
settings-article-macros-none = Никаких
settings-article-owner = Ответственный
settings-article-owner-hint = Следит, чтобы всё было верно.
settings-article-owner-nobody = Никто
settings-article-owner-me = { $name } (я)
settings-article-review-on = Проверить снова
settings-article-review-on-hint = С этого дня она в списке на проверку.
settings-article-popular = Среди популярных
settings-article-popular-hint = Показана первой в базе знаний клиента.
settings-article-preview = Как видит читатель
# keys: settings-article-preview-*
settings-article-preview-page = Страница
settings-article-preview-answer = Ответ бота
settings-article-preview-chat = Целиком, в чате
settings-article-links = Эти ссылки никуда не ведут: { $links }
settings-article-saved = Сохранено. Читатели увидят после публикации.
settings-article-standing =
    { $state ->
        [published] Читатели видят версию { $version }.
        [archived] В архиве: читатели её не видят.
        [review] Версия { $version } ждёт публикации.
       *[other] { $published ->
            [0] Её пока никто не видит.
           *[other] Версия { $version } — черновик; читатели видят версию { $published }.
        }
    }
# keys: settings-article-do-*
settings-article-do-submit = Отдать на проверку
settings-article-do-publish = Опубликовать
settings-article-do-archive = В архив
settings-article-do-restore = Вернуть читателям
settings-article-version-shown = Её видят читатели
settings-searches-unanswered = Спросили и не нашли
settings-searches-unanswered-hint = За 30 дней. Первое из них — ваша следующая статья или синоним.
settings-searches-popular = Спрашивают чаще всего
settings-searches-none = Пока ничего. Здесь появится то, что ищут люди.
settings-searches-words = Слова
settings-searches-times = Раз
settings-searches-answered = С ответом
settings-synonyms = Слова с одним значением
settings-synonyms-hint = Кто ищет одно, найдёт и другое. Например: карта, пластик.
settings-synonyms-group = Группа { $number }
settings-synonyms-placeholder = Два слова или больше
settings-synonyms-add = Добавить группу
settings-synonyms-saved = Сохранено. Поиск уже знает эти слова.
settings-bot-answers = Бот отвечает статьями
settings-bot-answers-hint = До создания обращения, если уверен. Кто просит человека или пишет о платеже и безопасности, сразу попадает к человеку.
settings-bot-confidence = Насколько уверен
settings-bot-confidence-hint = При 75 % верны не меньше девяти ответов из десяти. Выше: меньше ответов и меньше ошибок.
settings-bot-topics = Бот спрашивает о вероятной теме
settings-bot-topics-hint = «Речь об этом: Платёж?», когда это ясно из слов. Другая тема всегда рядом.
settings-article-approval = Публикуют только те, кто утверждает
settings-article-approval-hint = Редакторы сдают на проверку; до тех пор читатели видят последнюю опубликованную версию.

console-event-article =
    { $outcome ->
        [solved] Помогла статья «{ $title }»
        [not_solved] Статья «{ $title }» не помогла
        [person] После статьи «{ $title }» попросили человека
       *[other] Бот предложил статью «{ $title }»
    }
console-articles = Статьи, которые могут ответить
