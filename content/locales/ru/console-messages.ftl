# Сообщения в консоли: файлы, оформление, изменение отправленного.

console-attach = Файл
console-attached = Файлы к отправке
console-attached-remove = Убрать { $name }
console-attached-progress = { $name } загружается
console-aim-reply = Ответ на:
console-aim-edit = Изменение:
console-aim-leave = Отменить
console-message-menu = Действия с сообщением
console-message-reply = Ответить
console-message-edit = Изменить
console-message-delete = Отозвать
console-message-delete-sure = Точно отозвать у всех?
console-message-failed = Сообщение не изменено
console-send-edit = Сохранить
console-hint-edit = Клиент увидит новый текст, прежний останется здесь.
console-forwarded = Переслано от { $name }
console-forwarded-hidden = неизвестного
console-deleted = отозвано
console-reactions = Реакции: { $emoji }
console-place-open = Открыть карту
console-place-live = Движется: открыть карту
console-spoiler = Показать
console-kind-album = Альбом
console-kind-poll = Опрос
console-kind-checklist = Список дел
console-kind-paid-media = Платный контент
