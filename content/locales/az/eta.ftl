# Söz verilən vaxt: geri sayım, növbədəki yer, yeni vaxt və səbəbi.

card-eta-in = Əməkdaşımız təxminən { $minutes } dəqiqəyə, { by } cavab verəcək.
card-eta-in-agent = { $agent } təxminən { $minutes } dəqiqəyə, { by } cavab verəcək.
card-ahead = Sizdən əvvəl { $count } nəfər var.
card-ahead-none = Növbəti sizsiniz.
card-ahead-many = Sizdən əvvəl { $count } nəfərdən çox var.
card-fresh = Hazırkı vəziyyət belədir.
eta-why-busy = Hazırda bizə çox adam yazır.
eta-why-off-shift =
    { $day ->
        [today] Hazırda növbədə heç kim yoxdur. Başlayırıq: bu gün, { $time }.
        [tomorrow] Hazırda növbədə heç kim yoxdur. Başlayırıq: sabah, { $time }.
       *[later] Hazırda növbədə heç kim yoxdur. Başlayırıq: { $date }, { $time }.
    }
eta-why-expert = Sualınız mütəxəssisdədir.
eta-why-longer = Bizə dediyimizdən çox vaxt lazımdır.
eta-why-longer-agent = { $agent } sualınızla məşğuldur, amma dediyimizdən çox vaxt lazımdır.
eta-new = № { $id }: cavabı { by } alacaqsınız.
eta-new-busy =
    { eta-why-busy }
    { eta-new }
eta-new-expert =
    { eta-why-expert }
    { eta-new }
eta-new-longer =
    { eta-why-longer }
    { eta-new }
eta-new-longer-agent =
    { eta-why-longer-agent }
    { eta-new }
eta-new-off-shift =
    Hazırda növbədə heç kim yoxdur. Başlayırıq: { $opens }.
    { eta-new }
button-fresh = 🔄 İndi necədir?
