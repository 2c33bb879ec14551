# The settings of a desk: what all their pages share.

settings = Настройки
settings-back = К обращениям
settings-unread = Настройки не прочитались
settings-save = Сохранить
settings-cancel = Отмена
settings-add = Добавить
settings-remove = Удалить
settings-remove-named = { $name }: удалить
settings-clear = Очистить
settings-off = Выключено
settings-active = Работает
settings-name = Название
settings-unsaved = Изменения не сохранены
settings-unsaved-words = Если уйти сейчас, они пропадут.
settings-discard = Уйти без сохранения
settings-stay = Продолжить
settings-not-saved = Не сохранено. Всё, что вы изменили, на месте.
settings-minutes = минут
settings-hours = часов
settings-unit = { $field }: единица
settings-never = Никогда
settings-zone = Часовой пояс

## Hours of a week, days off
# keys: settings-day-*
settings-day-mon = Пн
settings-day-tue = Вт
settings-day-wed = Ср
settings-day-thu = Чт
settings-day-fri = Пт
settings-day-sat = Сб
settings-day-sun = Вс
settings-week = Рабочие часы
settings-week-copy = Часы понедельника на все будни
settings-week-closed = Хотя бы в один день должны быть рабочие часы. Добавьте их.
settings-closed = Выходной
settings-hours-from = { $day }: начало
settings-hours-until = { $day }: конец
settings-hours-add = { $day }: добавить часы
settings-hours-drop = { $day }: убрать эти часы
settings-hours-missing = Нужны оба времени.
settings-hours-order = Конец должен быть позже начала.
settings-hours-overlap = Эти часы пересекаются.
settings-days-off = Нерабочие дни
settings-days-off-none = Пока нет.
settings-days-off-count = { $count ->
    [one] { $count } нерабочий период
    [few] { $count } нерабочих периода
   *[other] { $count } нерабочих периодов
}{ $past ->
    [0] {""}
   *[other] , из них прошли: { $past }
}
settings-days-off-number = { $count ->
    [one] { $count } нерабочий период
    [few] { $count } нерабочих периода
   *[other] { $count } нерабочих периодов
}
settings-day-name = Что за день
settings-day-first = Первый день
settings-day-last = Последний день
settings-ical = Из файла iCal
settings-ical-title = Нерабочие дни в { $file }
settings-ical-found = { $count ->
    [0] На этот год и два следующих нерабочих дней в нём нет.
   *[other] Найдено нерабочих дней: { $count }.
}{ $known ->
    [0] {""}
   *[other] {" "}Уже есть здесь: { $known }.
}
settings-ical-take = { $count ->
    [0] Ничего не добавлять
   *[other] Добавить: { $count }
}
