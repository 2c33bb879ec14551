# A matter that was begun and never told.

begun-put-away =
    Вы начали вопрос «{ $topic }» и не дописали. Пока он отложен.
    Ничего не отправлено: продолжите, когда будет удобно.
button-continue = Продолжить
