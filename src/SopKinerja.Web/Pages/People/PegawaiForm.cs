using FluentValidation;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Ui;
using NipAsn = SopKinerja.Domain.People.Nip;

namespace SopKinerja.Web.Pages.People;

public sealed class PegawaiForm
{
    public string? Nip { get; set; }

    public bool TanpaNip { get; set; }

    public string? Nama { get; set; }

    public string? Golongan { get; set; }

    public string? Jabatan { get; set; }

    public JenisJabatan? JenisJabatan { get; set; }

    public string? Jenjang { get; set; }

    public DateOnly? TmtJabatan { get; set; }

    public string? Karpeg { get; set; }

    public string? TempatLahir { get; set; }

    public DateOnly? TmtPangkat { get; set; }

    public decimal? PakAngkaKredit { get; set; }

    public string? PakNomor { get; set; }

    public DateOnly? PakTanggal { get; set; }

    public DateOnly? PakSampai { get; set; }

    public string? PendelegasianNomor { get; set; }

    public DateOnly? PendelegasianTanggal { get; set; }

    public int? UnitKerjaId { get; set; }

    public int? AtasanId { get; set; }

    public bool Aktif { get; set; } = true;

    public uint? Version { get; set; }

    public static PegawaiForm Of(Pegawai p) => new()
    {
        Nip = p.Nip is null ? null : NipAsn.Stored(p.Nip).ToString(),
        TanpaNip = p.Nip is null,
        Nama = p.Nama,
        Golongan = p.Golongan,
        Jabatan = p.Jabatan,
        JenisJabatan = p.JenisJabatan,
        Jenjang = p.Jenjang,
        TmtJabatan = p.TmtJabatan,
        Karpeg = p.Karpeg,
        TempatLahir = p.TempatLahir,
        TmtPangkat = p.TmtPangkat,
        PakAngkaKredit = p.PakAngkaKredit,
        PakNomor = p.PakNomor,
        PakTanggal = p.PakTanggal,
        PakSampai = p.PakSampai,
        PendelegasianNomor = p.PendelegasianNomor,
        PendelegasianTanggal = p.PendelegasianTanggal,
        UnitKerjaId = p.UnitKerjaId,
        AtasanId = p.AtasanId,
        Aktif = p.IsActive,
        Version = p.Version,
    };

    public PegawaiForm Copy() => (PegawaiForm)MemberwiseClone();

    /// <summary>The 18 digits; null for an elected official.</summary>
    public string? Digits() => TanpaNip ? null : NipAsn.Digits(Nip);

    public BiodataPegawai Biodata() =>
        new(Nama!.Trim(), Golongan.Trimmed(), Jabatan!.Trim(), JenisJabatan!.Value, UnitKerjaId, AtasanId, Aktif, Jenjang.Trimmed(),
            TmtJabatan)
        {
            Karpeg = Karpeg.Trimmed(),
            TempatLahir = TempatLahir.Trimmed(),
            TmtPangkat = TmtPangkat,
            Pak = PakAngkaKredit is { } angka ? new(angka, PakNomor!.Trim(), PakTanggal!.Value, PakSampai!.Value) : null,
            Pendelegasian = PendelegasianNomor.Trimmed() is { } nomor ? new(nomor, PendelegasianTanggal!.Value) : null,
        };
}

/// <summary>What the form asks; whether unit and superior exist is asked of the database.</summary>
public sealed class PegawaiFormValidator : AbstractValidator<PegawaiForm>
{
    private const int FirstYear = 1950;
    private const decimal MostAngkaKredit = 10_000;

    public PegawaiFormValidator(TimeProvider time)
    {
        RuleFor(f => f.Nip).NotEmpty().WithMessage("NIP belum diisi. Tulis 18 angkanya, atau beri centang “Pejabat negara tanpa NIP”.")
            .Custom((nip, context) =>
            {
                if (!NipAsn.TryParse(nip, Tanggal.DiWita(time.GetUtcNow()), out _, out var error))
                {
                    context.AddFailure(error!);
                }
            }).When(f => !f.TanpaNip);
        RuleFor(f => f.Nip).Empty().WithMessage("Kosongkan NIP, atau hapus centang “Pejabat negara tanpa NIP”.").When(f => f.TanpaNip);
        RuleFor(f => f.Nama).Text(200, "nama");
        RuleFor(f => f.Golongan).Must((f, golongan) => FitsNumber(f, golongan, time)).WithMessage(GolonganSentence);
        RuleFor(f => f.Jabatan).Text(300, "jabatan");
        RuleFor(f => f.JenisJabatan).NotNull().WithMessage("Jenis jabatan belum dipilih.");
        RuleFor(f => f.Jenjang).Must(IsKnown).WithMessage("Jenjang ini tidak ada dalam daftar. Pilih jenjang lain.")
            .Must((f, jenjang) => string.IsNullOrEmpty(jenjang) || f.JenisJabatan is null or Domain.People.JenisJabatan.Fungsional)
            .WithMessage("Jenjang hanya untuk jabatan fungsional. Pilih “Tanpa jenjang”, atau periksa jenis jabatannya.");
        RuleFor(f => f.TmtJabatan).Must(tmt => IsPast(tmt, time))
            .WithMessage("Tanggal ini tidak mungkin. Tulis tanggal mulai menduduki jabatan menurut surat keputusannya, paling lambat hari "
                + "ini, atau kosongkan.");
        RuleFor(f => f.Karpeg).OptionalText(30, "nomor seri karpeg");
        RuleFor(f => f.TempatLahir).OptionalText(100, "tempat lahir");
        RuleFor(f => f.TmtPangkat).Must(tmt => IsPast(tmt, time))
            .WithMessage("Tanggal ini tidak mungkin. Tulis TMT pangkat menurut surat keputusannya, paling lambat hari ini, atau "
                + "kosongkan.");
        Pendelegasian(time);
        Pak(time);
    }

    private void Pendelegasian(TimeProvider time)
    {
        const string Both = "Isi nomor dan tanggalnya, atau kosongkan keduanya.";
        RuleFor(f => f.PendelegasianNomor).OptionalText(100, "nomor surat pendelegasian")
            .Must((f, nomor) => nomor.Trimmed() is not null || f.PendelegasianTanggal is null)
            .WithMessage($"Nomor surat pendelegasian belum diisi. {Both}");
        RuleFor(f => f.PendelegasianTanggal).Must((f, tanggal) => tanggal is not null || f.PendelegasianNomor.Trimmed() is null)
            .WithMessage($"Tanggal surat pendelegasian belum diisi. {Both}")
            .Must(tanggal => IsPast(tanggal, time))
            .WithMessage("Tanggal surat pendelegasian tidak mungkin. Tulis tanggal pada suratnya, paling lambat hari ini.");
    }

    private void Pak(TimeProvider time)
    {
        RuleFor(f => f.PakAngkaKredit).InRange(0, MostAngkaKredit, 3, "angka kredit PAK")
            .Must((f, angka) => angka is not null || !HasPak(f)).WithMessage(Missing("Angka kredit"));
        RuleFor(f => f.PakNomor).OptionalText(100, "nomor PAK")
            .Must((f, nomor) => nomor.Trimmed() is not null || !HasPak(f)).WithMessage(Missing("Nomor"));
        RuleFor(f => f.PakTanggal).Must((f, tanggal) => tanggal is not null || !HasPak(f)).WithMessage(Missing("Tanggal"))
            .Must(tanggal => IsPast(tanggal, time))
            .WithMessage("Tanggal PAK tidak mungkin. Tulis tanggal penetapannya, paling lambat hari ini.");
        RuleFor(f => f.PakSampai).Must((f, sampai) => sampai is not null || !HasPak(f)).WithMessage(Missing("Akhir masa penilaian"))
            .Must(sampai => IsPast(sampai, time))
            .WithMessage("Akhir masa penilaian tidak mungkin. Tulis tanggal terakhir yang dinilai dalam PAK itu, paling lambat hari ini.");
    }

    private static bool HasPak(PegawaiForm f) =>
        f.PakAngkaKredit is not null || f.PakNomor.Trimmed() is not null || f.PakTanggal is not null || f.PakSampai is not null;

    private static string Missing(string nama) =>
        $"{nama} PAK terakhir belum diisi. Lengkapi angka kredit, nomor, tanggal, dan akhir masa penilaiannya, atau kosongkan keempatnya.";

    private static bool IsPast(DateOnly? day, TimeProvider time) =>
        day is null || (day.Value.Year >= FirstYear && day <= Tanggal.DiWita(time.GetUtcNow()));

    private static bool IsKnown(string? jenjang) => string.IsNullOrEmpty(jenjang) || AngkaKredit.Jenjang.Any(j => j.Jenjang == jenjang);

    // A number that cannot be read has its own sentence; the golongan is judged once it can.
    private static bool FitsNumber(PegawaiForm form, string? golongan, TimeProvider time) => form.TanpaNip
        ? string.IsNullOrEmpty(golongan)
        : !NipAsn.TryParse(form.Nip, Tanggal.DiWita(time.GetUtcNow()), out var nip, out _) || Golongan.Exists(nip!.Jenis, golongan ?? "");

    private static string GolonganSentence(PegawaiForm form, string? golongan) =>
        form.TanpaNip ? "Pejabat negara tanpa NIP tidak mempunyai golongan. Pilih “Tanpa golongan”."
        : string.IsNullOrEmpty(golongan) ? "Golongan belum dipilih."
        : NipAsn.Stored(NipAsn.Digits(form.Nip)).Jenis == JenisAsn.Pppk ? "Nomor ini NI PPPK. Pilih golongan PPPK (I sampai XVII)."
        : "Nomor ini NIP PNS. Pilih golongan ruang PNS (I/a sampai IV/e).";
}
