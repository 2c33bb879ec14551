# A customer's copy of their data, and its end.

privacy-copy-ready = Məlumatınızın surəti hazırdır. Onu 7 gün ərzində burada və ya /cabinet → Ayarlar bölməsində saxlaya bilərsiniz.
privacy-copy-coming = Haqqınızda saxladığımız hər şeyin surəti hazırlanır. Hazır olanda yazacağam.
privacy-copy-link = Surəti 10 dəqiqə ərzində yadda saxlayın; keçid bir dəfə açılır. İçində şəxsi yazışmanız var, başqasına verməyin.
privacy-copy-gone = Bu surət artıq saxlanmır. /privacy göndərib yenisini istəyin.
privacy-erase-ask =
    Haqqınızda saxladığımız hər şey silinsin? Bunu geri qaytarmaq olmur.
    Ad, mesaj, fayl, cavab və rəyləriniz silinir, açıq suallar cavabsız bağlanır.
    Müraciətin olması (sizsiz) və razılığınızın sübutu qalır. Bu söhbətin tarixçəsini Telegram-da özünüz silirsiniz.
privacy-erase-kept = Heç nə silinmədi. Hər şey olduğu kimi qalır.
privacy-erasing = Məlumatınız silinir: bir neçə dəqiqəyə bizdə ondan heç nə qalmayacaq. Yenidən yazsanız, sıfırdan başlayarıq.
button-copy = Məlumatımın surəti
button-copy-save = Surəti yadda saxla
button-erase = Məlumatımı sil
button-erase-all = Bəli, hamısını sil
button-erase-nothing = Xeyr, qalsın
