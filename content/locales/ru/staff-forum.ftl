# Форум сотрудников: группы в Telegram, где каждая заявка — тема.

forum-card-vip = VIP
forum-card-nobody = ни у кого
forum-card-late = обещанное время прошло
# keys: forum-button-*
forum-button-take = Взять
forum-button-release = Отпустить
forum-button-ask = Уточнить
forum-button-resolve = Решить
forum-button-reopen = Открыть снова
forum-button-escalate = Передать
forum-button-macro = Шаблоны
forum-button-console = Консоль
forum-button-back = Назад
forum-button-send = Отправить
forum-button-dismiss = Закрыть

forum-said-customer = 👤 { $name }:
forum-said-agent = ↩️ { $name }:
forum-said-note = 🔒 { $name }:
forum-said-bot = 🤖
forum-edited = (изменено)
forum-summary =
    { $messages ->
        [one] { $messages } новое сообщение
        [few] { $messages } новых сообщения
       *[other] { $messages } новых сообщений
    }{ $files ->
        [0] { "" }
        [one] , { $files } файл
        [few] , { $files } файла
       *[other] , { $files } файлов
    }. В группе сейчас тесно, поэтому они не показаны по одному.
forum-summary-where = Все они в консоли.
# keys: forum-delivery-*
forum-delivery-failed = До клиента это не дошло. В консоли видно почему, и оттуда можно отправить снова.
forum-delivery-ambiguous = Неизвестно, дошло ли это: связь прервалась. Загляните в консоль, прежде чем писать ещё раз.
forum-delivery-held = Клиент спит. Сообщение уйдёт утром; отправить сейчас можно из консоли.

# keys: forum-prompt-*
forum-prompt-ask = ответьте на это сообщение: что нужно от клиента.
forum-prompt-resolve = ответьте на это сообщение: что сделано. Последние строки с тире — следующие шаги.
forum-prompt-note = ответьте на это сообщение заметкой. Клиент её не увидит.
forum-macros = Какой шаблон?
forum-macros-none = Подходящих шаблонов нет. Попробуйте /macro с другим словом.
forum-macro-missing = Нет значения: { $names }. Этот шаблон отправьте из консоли.
forum-macro-sent = ✓ Отправлено клиенту.
forum-escalate = В какую очередь?
forum-escalated = ✓ Передано: { $queue }.
forum-dismissed = Закрыто.
forum-not-sent = Не сделано. { $why }
forum-stranger = Не отправлено: вас нет среди сотрудников. Попросите администратора добавить вас по Telegram id.
forum-anonymous = Не отправлено: пишите от своего имени, а не от имени группы.
forum-help =
    Всё, что вы пишете здесь, уходит клиенту; строки со знаком внутренней заметки остаются внутри.
    /take, /release, /assign имя
    /ask слова, /resolve слова, /note слова
    /macro слова, /escalate очередь, /reopen
    @{ $bot } { $ticket } слова: шаблоны для этой заявки, как их прочтёт клиент

forum-code-wrong = Код не подходит. Создайте новый в консоли: Настройки, Группа сотрудников.
# keys: forum-group-*
forum-group-works = ✓ Теперь это группа сотрудников. Каждая новая заявка получит здесь тему.
forum-group-lacking = Почти готово. Чтобы группа стала рабочей, не хватает:

error-forum-mark = Такой знак не подойдёт. Возьмите от одного до четырёх знаков, например // или ##, без букв, цифр и пробелов.
error-staff-group-unknown = Эта группа больше не подключена. Обновите список.
error-forum-who = Непонятно, кто это. Здесь работают: { $names }.
error-forum-command = Команды /{ $name } здесь нет. Все команды: /help.
error-escalate-ended = Эта заявка завершена. Сначала откройте её снова.
error-forum-kind = Отсюда клиенту уходят только слова и файлы.
error-forum-sent-already = Клиент это уже получил. Забрать сообщение можно в консоли.
