# What the API answers to changes of settings that it refuses.

error-sla-policy-invalid = { $field }: { $problem }. Исправьте и сохраните ещё раз.
error-sla-calendar-invalid = { $field }: { $problem }. Исправьте и сохраните ещё раз.
error-sla-calendar-unknown = Календаря { $calendar } нет. Выберите из тех, что есть.
error-sla-escalation-invalid = { $field }: { $problem }. Исправьте и сохраните ещё раз.
error-sla-escalation-unknown = Этого шага больше нет. Откройте список заново.
error-ical-unreadable = Это не файл календаря. Выберите файл iCal: его имя кончается на .ics.
error-ical-too-long = В этом файле больше { $holidays } дней, или какой-то день повторяется без конца (проверено шагов: { $steps }). Выберите файл поменьше.
error-macro-tone = { $language }: тон у вас обязателен. Учтите советы ({ $advice }) и сохраните ещё раз.
