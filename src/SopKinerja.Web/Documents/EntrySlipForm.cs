using SopKinerja.Web.Access;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>Slips with entry codes, four to a page; the frames are where to cut.</summary>
public static class EntrySlipForm
{
    /// <param name="address">Where one signs in.</param>
    public static FormDescription Describe(IReadOnlyList<EntrySlip> slips, DinasSettings dinas, string address, DateTimeOffset at) => new(
        new DocumentProperties("Slip masuk", $"{slips.Count} slip", dinas.Nama, at),
        [new("Slip masuk", PageOrientation.Portrait, [.. slips.Select(s => new SlipBlock(s, dinas, address))])],
        "Rahasia. Gunting menurut garis, dan serahkan setiap slip langsung kepada orangnya.");

    private sealed record SlipBlock(EntrySlip Slip, DinasSettings Dinas, string At) : QrBlock
    {
        public override string Address => At;

        public override string Alternative => $"Kode QR yang memuat alamat masuk: {At}";

        // A quarter of what a page holds.
        public override double MinimumHeight => 184;

        public override IReadOnlyList<QrWords> Words =>
        [
            new($"{Dinas.Nama}: slip masuk SopKinerja"),
            new(Slip.Nama, 12, Bold: true),
            .. string.Join(", ", new[] { Slip.Jabatan, Slip.Unit }.OfType<string>()) is { Length: > 0 } post
                ? [new QrWords(post, 9)] : Array.Empty<QrWords>(),
            new($"Nama pengguna: {Slip.UserName}", 12, Bold: true),
            new($"Kode masuk: {Domain.Sop.VerificationCode.Tampil(Slip.Code)}", 15, Bold: true),
            new($"1. Buka {At} di peramban, atau pindai kode QR ini.", 9),
            new("2. Tulis nama pengguna, dan kode masuk sebagai kata sandi, lalu tekan Masuk.", 9),
            new("3. Pilih kata sandi Anda sendiri, paling sedikit 12 karakter. Sesudah itu kode ini tidak membuka apa pun.", 9),
            new($"Kode berlaku sampai {Tanggal.TampilPukul(Slip.Until!.Value)}. Jangan perlihatkan kepada orang lain. Slip ke-{Slip.No}."),
        ];
    }
}
