# The cabinet: what may go wrong there.

error-cabinet-link-spent = Эта ссылка уже использована или старше 10 минут. Отправьте боту /cabinet, чтобы получить новую.
error-launch-spent = Эту страницу уже открывали. Закройте её и откройте снова из чата.
error-launch-old = Страница была открыта слишком долго. Закройте её и откройте снова из чата.
error-launch-forged = Telegram не подтвердил, кто вы. Откройте страницу из чата с ботом.
error-cabinet-session-ended = Вас какое-то время не было. Откройте страницу снова из чата.
error-ticket-ended = № { $ticket } уже закрыт. Откройте его снова или задайте новый вопрос.
error-reopen-too-late = № { $ticket } закрыт уже давно. Задайте новый вопрос: он дойдёт до нас так же быстро.
error-rating-not-asked = № { $ticket } сейчас нельзя оценить.
error-time-zone-unknown = Часового пояса { $zone } не существует. Выберите из списка.
error-chat-unknown = Мы не знаем ваш чат в Telegram. Сначала напишите боту.
error-request-key-used = Эти слова уже были отправлены по другому поводу. Отправьте их ещё раз.
error-copy-gone = Эту копию уже не получить. Запросите новую в настройках.
