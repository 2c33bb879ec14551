# Kabinetin qapısı.

cabinet-way = Müraciətləriniz bir yerdə: nə durumda olduqları, cavablar, ayarlar.
cabinet-way-link =
    Müraciətləriniz bir yerdə: nə durumda olduqları, cavablar, ayarlar.
    Keçid 10 dəqiqə ərzində bir dəfə açılır.
button-open-cabinet = Kabineti açmaq
button-open = Açmaq
command-cabinet = Kabineti açmaq
