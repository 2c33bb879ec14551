# Müştəri yuxuda ikən gözləyən mesajın vəziyyəti.

console-delivery-held = Sakit saatlar: { $time } vaxtınadək saxlanılır
console-delivery-held-title = Müştəri istirahət edir. Mesaj həmin vaxt və ya müştəri yazan kimi göndəriləcək.
console-send-now = İndi göndər
