using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Audit;

/// <summary>What of the Catatan akses is asked for, as it stands in the address.</summary>
public sealed record AuditFilter
{
    /// <summary>The value of <see cref="Jenis"/> for changes of rights, which stand in the log of changes.</summary>
    public const string Rights = "Hak";

    [FromQuery(Name = Keys.Kind)]
    public string? Jenis { get; init; }

    /// <summary>A user name.</summary>
    [FromQuery(Name = Keys.Account)]
    public string? Akun { get; init; }

    /// <summary>Words of the name of whose data it is.</summary>
    [FromQuery(Name = Keys.Search)]
    public string? Cari { get; init; }

    /// <summary>The first day, in WITA: 2026-11-27.</summary>
    [FromQuery(Name = Keys.Since)]
    public DateOnly? Sejak { get; init; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = Keys.Until)]
    public DateOnly? Sampai { get; init; }

    public AccessKind? Kind => Enum.TryParse<AccessKind>(Jenis, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public bool HoldsEvents => Jenis != Rights;

    public bool HoldsRights => Jenis == Rights || Kind is null;

    public DateTimeOffset? From => Sejak is { } day ? Tanggal.Mulai(day) : null;

    public DateTimeOffset? Before => Sampai is { } day && day < DateOnly.MaxValue
        ? Tanggal.Mulai(day.AddDays(1)) : null;

    public string CsvAddress => Links.Audit.AsCsv(Jenis, Akun, Cari, $"{Sejak:yyyy-MM-dd}", $"{Sampai:yyyy-MM-dd}");

    public bool IsNarrowed => (Jenis, Akun, Cari, Sejak, Sampai) is not (null or "", null or "", null or "", null, null);

    /// <summary>What was asked for, in words; names that were searched for are left out.</summary>
    public string? Sentence => string.Join(", ", new[]
    {
        Jenis == Rights ? "perubahan hak" : Kind is { } kind ? AccessKinds.Row(kind).Nama : null,
        string.IsNullOrEmpty(Akun) ? null : "satu akun", string.IsNullOrEmpty(Cari) ? null : "menurut pegawai",
        Sejak is { } since ? $"sejak {Tanggal.Tampil(since)}" : null, Sampai is { } until ? $"sampai {Tanggal.Tampil(until)}" : null,
    }.OfType<string>()) is { Length: > 0 } words ? words : null;
}
