# A matter that was begun and never told.

begun-put-away =
    “{ $topic }” konusunda bir soruya başlamıştınız, şimdilik kenara koyduk.
    Hiçbir şey gönderilmedi. İstediğinizde devam edin.
button-continue = Devam et
