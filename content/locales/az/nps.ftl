# Müştəri dəstəyi nə dərəcədə tövsiyə edir; nadir hallarda soruşulur.

nps-ask =
    { $desk } xidmətini dostunuza tövsiyə edərdiniz?
    0: heç vaxt, 10: mütləq.
nps-thanks = 10 baldan { $score }. Təşəkkür edirik, bu bizə kömək edir.
nps-thanks-low =
    10 baldan { $score }. Açıq dediyiniz üçün təşəkkürlər.
    Nəyi yaxşılaşdıraq? Bir neçə söz yazın, dəstək rəhbəri oxuyacaq.
