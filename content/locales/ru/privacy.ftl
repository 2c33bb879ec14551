# A customer's copy of their data, and its end.

error-copy-gone = Эту копию уже не получить. Запросите новую в настройках.
privacy-copy-ready = Копия ваших данных готова. Сохранить её можно 7 дней: /cabinet → Настройки.
privacy-erased = Ваши данные здесь удалены. Если напишете снова, начнём с начала.
