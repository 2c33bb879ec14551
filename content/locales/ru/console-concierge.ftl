# Консьержи в консоли: метки, что делать, если чат закрыт, личное ведение, перенос сообщений, настройки.

# keys: console-concierge-*
console-concierge-open = Личный чат ({ $name }). Ответы уходят от этого имени.
console-concierge-personal = { $name } лично ведёт обращение в чате с ботом
console-concierge-lost = Аккаунт не подключён ({ $name }). Отсюда в этот чат ничего не доходит.
console-concierge-no-right = Нет разрешения отвечать от этого имени ({ $name }).
console-concierge-over = Telegram пропускает ответы 24 часа после последнего сообщения клиента. Это время прошло.
console-concierge-not-yours = Это личный чат ({ $name }). Здесь отвечают только консьержи; заметку оставить можно.
console-concierge-left = осталось { $time }
console-concierge-closed = закрыт
console-concierge-go-on = Продолжить в чате с ботом
console-concierge-not-moved = Не перенесено

console-take-over = Взять и поздороваться
console-take-over-short = Лично
console-take-over-title = Вести обращение лично
console-take-over-lead = { $name } получит приветствие с вашим именем и фото из Telegram и увидит на карточке, что вопросом занимаетесь вы.
console-take-over-words = Ваши слова
console-take-over-failed = Не удалось взять
console-vip-make = Сделать VIP
console-vip-end = Больше не VIP
console-vip-failed = Ничего не изменилось
console-event-taken-over = { $who } лично ведёт обращение
console-event-taken-to-bot = { $who }: разговор продолжен в чате с ботом
console-event-message-removed = { $who }: сообщение удалено


# keys: settings-concierge-*
settings-concierge = Консьержи
settings-concierge-lead = VIP-клиенты пишут человеку в его личный Telegram. Эти чаты становятся обращениями, и коллеги могут помочь с ответом.
settings-concierge-members = Подключённые аккаунты
settings-concierge-members-hint = У кого есть роль, тот подключает бота в Telegram: Настройки → Telegram для бизнеса → Чат-боты.
settings-concierge-none = Аккаунтов пока нет. Дайте кому-нибудь роль VIP-консьержа, и он подключит бота в Telegram.
settings-concierge-since = с { $day }
settings-concierge-connected = Подключён
settings-concierge-off = Отключён
settings-concierge-lost = Связь потеряна
settings-concierge-no-reply = Нет права отвечать
settings-concierge-no-read = Не отмечает прочитанным
settings-concierge-lets-in = Чьи чаты видит служба
settings-concierge-lets-in-hint = Из остальных чатов не сохраняется ничего: ни слова, ни имени. Чаты с коллегами всегда остаются личными.
settings-concierge-lets-vip = Только VIP-клиентов
settings-concierge-lets-vip-hint = Консьерж делает клиента VIP на странице обращения.
settings-concierge-lets-all = Всех, кто пишет
settings-concierge-lets-all-hint = Только для аккаунтов, которые нужны лишь для работы: иначе служба прочтёт и друзей с семьёй.

console-message-removed = Удалено автором
console-move = Перенести в другое обращение
console-move-rest = И всё, что после него
console-move-new = Новое обращение
console-moved = Перенесено в № { $number }
console-move-failed = Ничего не перенесено
