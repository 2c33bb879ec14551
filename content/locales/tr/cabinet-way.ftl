# Müşteri paneline giriş.

cabinet-way = Tüm talepleriniz tek yerde: durumları, yanıtlar, ayarlarınız.
cabinet-way-link =
    Tüm talepleriniz tek yerde: durumları, yanıtlar, ayarlarınız.
    Bağlantı 10 dakika içinde bir kez açılır.
button-open-cabinet = Müşteri panelini aç
button-open = Aç
command-cabinet = Müşteri panelini aç
