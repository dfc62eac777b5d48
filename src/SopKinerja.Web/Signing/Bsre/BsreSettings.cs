using System.Net;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Where the signing service of BSrE (e-Sign Client Service v2) is reached; section "Bsre" of the configuration.</summary>
public sealed class BsreSettings
{
    public const string Section = "Bsre";

    private const string Yes = "ya";

    /// <summary>"https://esign.example.go.id"; empty: the service is off.</summary>
    public string Alamat { get; set; } = "";

    public string Pengguna { get; set; } = "";

    public string KataSandi { get; set; } = "";

    /// <summary>Seconds until an answer is given up. Some forty were seen for a file with eight signatures.</summary>
    public int BatasWaktu { get; set; } = 90;

    /// <summary>Allows plain http to another machine, for a network that is protected otherwise.</summary>
    public bool IzinkanHttp { get; set; }

    /// <summary>Folder with the certificates of BSrE's chain (PEM); nobody signs in that way without it.</summary>
    public string Induk { get; set; } = "";

    /// <summary>Folder with the lists of certificates that BSrE revoked (CRL); empty: revocation is not asked.</summary>
    public string DaftarCabut { get; set; } = "";

    /// <summary>Hosts from which such lists are fetched into that folder, with commas between; empty: they are put there by hand.</summary>
    public string HostDaftarCabut { get; set; } = "";

    /// <summary>"ya": a code that BSrE sends to the signer takes the place of the passphrase.</summary>
    public string Totp { get; set; } = "";

    public BsreOrigin AsalTitik { get; set; } = BsreOrigin.KiriBawah;

    public bool IsOn => Alamat.Length > 0;

    public bool AsksCode => Totp.Equals(Yes, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string> Hosts =>
        HostDaftarCabut.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public TimeSpan Patience => TimeSpan.FromSeconds(BatasWaktu);

    /// <summary>Reads the section and refuses what cannot work, before anyone signs.</summary>
    /// <exception cref="StartRefusedException">A sentence for the operator; never with the password.</exception>
    public static BsreSettings Read(IConfiguration configuration, bool isMode)
    {
        BsreSettings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<BsreSettings>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new StartRefusedException(
                "Setelan Bsre tidak terbaca: BatasWaktu berupa angka, IzinkanHttp berupa true atau false, AsalTitik berupa KiriBawah atau "
                + "KiriAtas.", unreadable);
        }

        settings.Alamat = settings.Alamat.Trim();
        return settings.WhyNot(isMode) is { } sentence ? throw new StartRefusedException(sentence) : settings;
    }

    private string? WhyNot(bool isMode) =>
        !IsOn ? isMode ? $"Setelan {StepSigning.ModeSetting} berisi BSrE, tetapi Bsre:Alamat belum diisi. Isi alamat layanan BSrE, atau "
            + "pilih cara yang lain." : null
        : !Uri.TryCreate(Alamat, UriKind.Absolute, out var address)
        || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0
            ? "Setelan Bsre:Alamat bukan alamat web. Contoh: https://esign.example.go.id, tanpa nama pengguna dan kata sandi di dalamnya."
        : address.Scheme == "http" && !IzinkanHttp && !IsLoopback(address)
            ? "Setelan Bsre:Alamat memakai http, sehingga passphrase melewati jaringan tanpa sandi. Pakai https, atau setel "
                + "Bsre:IzinkanHttp=true bila jaringannya terlindung dengan cara lain."
        : Pengguna.Length == 0 || KataSandi.Length == 0 || Pengguna.Contains(':', StringComparison.Ordinal)
            ? "Setelan Bsre:Pengguna dan Bsre:KataSandi harus diisi dengan akun instansi pada layanan BSrE (nama pengguna tanpa titik "
                + "dua). Kata sandinya disetel lewat lingkungan: Bsre__KataSandi."
        : isMode && string.IsNullOrWhiteSpace(Induk)
            ? $"Setelan {StepSigning.ModeSetting} berisi BSrE, tetapi Bsre:Induk belum diisi, jadi tanda tangan dengan sertifikat siapa "
                + "pun akan diterima. Unduh rantai sertifikat BSrE (induk dan perantaranya, PEM) dari situs BSrE ke satu folder dan isi "
                + "Bsre:Induk dengan folder itu, atau pilih cara yang lain."
        : Hosts.Count > 0 && string.IsNullOrWhiteSpace(DaftarCabut)
            ? "Setelan Bsre:HostDaftarCabut terisi, tetapi Bsre:DaftarCabut belum. Isi dengan folder tempat daftar sertifikat dicabut "
                + "disimpan."
        : Totp.Length > 0 && !AsksCode && !Totp.Equals("tidak", StringComparison.OrdinalIgnoreCase)
            ? "Setelan Bsre:Totp berisi ya atau tidak."
        : BatasWaktu is < 1 or > 600 ? "Setelan Bsre:BatasWaktu harus 1 sampai 600 detik."
        : null;

    private static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}

public enum BsreOrigin
{
    KiriBawah,
    KiriAtas,
}
