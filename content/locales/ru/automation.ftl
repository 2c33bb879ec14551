# Automation, tags and snoozing: what the API answers where it refuses.

error-automation-unknown = Такого правила нет. Прочитайте список снова.
error-automation-changed = Это правило тем временем сохранил кто-то другой. Прочитайте его снова и повторите правку.
error-automation-order = Правила тем временем изменились. Прочитайте список снова и задайте порядок.
error-too-many-tags = У обращения может быть не больше { $most } меток. Сначала снимите лишние.
error-snooze-ended = Обращение завершено, отложить его нельзя. Сначала откройте его снова.
error-snooze-past = Это время уже прошло. Выберите более позднее.
error-snooze-too-long = Это больше чем через год. Выберите время поближе.
