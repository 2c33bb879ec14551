# A customer's copy of their data, and its end.

error-copy-gone = Bu surət artıq götürülə bilmir. Ayarlarda yenisini istəyin.
privacy-copy-ready = Məlumatınızın surəti hazırdır. Onu 7 gün ərzində saxlaya bilərsiniz: /cabinet → Ayarlar.
privacy-erased = Buradakı məlumatınız silindi. Yenidən yazsanız, sıfırdan başlayarıq.
