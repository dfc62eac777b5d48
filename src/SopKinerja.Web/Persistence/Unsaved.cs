using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SopKinerja.Web.Persistence;

public enum UnsavedReason
{
    Stale,
    Taken,
    Final,
    OutOfOrder,
    Unrecorded,
    NotTheirs,
    WrongDigest,
    Circle,
    Overlap,
    Relied,
    SameTwice,
    Awaited,
    NameOfAnother,
    TwoAtOnce,
    Deadlock,
    Serialization,
    Unreachable,
}

/// <summary>A change that the database did not take.</summary>
public sealed record Unsaved(UnsavedRow Row, string? What)
{
    /// <summary>With which the server itself answered; null for everything else, a connection that was cut included.</summary>
    public static string? CodeOf(Exception failure) => (failure as PostgresException)?.SqlState;

    private const string Changed = "Data ini baru saja diubah orang lain atau dari jendela lain, jadi tindakan Anda belum disimpan. "
        + "Muat ulang halamannya, periksa keadaan terbaru, lalu ulangi bila masih perlu.";

    private const string AtOnce = "Dua orang menyimpan data yang sama pada saat yang sama, jadi tindakan Anda belum disimpan. Kirim sekali "
        + "lagi.";

    private const string Faulty = "Basis data menolak perubahan ini karena tidak lengkap, dan tidak ada yang tersimpan. "
        + "Sampaikan kepada administrator kapan dan di halaman mana ini terjadi.";

    private const string Gone = "Hubungan ke basis data terputus, jadi belum tentu tindakan Anda tersimpan. "
        + "Tunggu sebentar, buka lagi halamannya, periksa keadaannya, lalu kirim lagi bila belum tersimpan.";

    /// <summary>SK001 and those that follow are raised by the guards in Migrations/*.sql, the others by PostgreSQL (its Appendix
    /// A).</summary>
    public static readonly IReadOnlyList<UnsavedRow> Rows =
    [
        new(UnsavedReason.Stale, [], StatusCodes.Status409Conflict, Changed),
        new(UnsavedReason.Taken, [PostgresErrorCodes.UniqueViolation], StatusCodes.Status409Conflict,
            "Data yang sama baru saja dicatat orang lain atau dari jendela lain, jadi tindakan Anda belum disimpan. "
                + "Muat ulang halamannya."),
        new(UnsavedReason.Final, ["SK001"], StatusCodes.Status409Conflict, Changed),
        new(UnsavedReason.OutOfOrder, ["SK002"], StatusCodes.Status409Conflict, Changed),
        new(UnsavedReason.Unrecorded, ["SK003"], StatusCodes.Status409Conflict, Faulty) { IsFault = true },
        new(UnsavedReason.NotTheirs, ["SK004"], StatusCodes.Status409Conflict,
            "Tugas Anda atas data ini baru saja berubah, misalnya karena penugasan Anda berakhir, jadi tindakan Anda belum disimpan. Muat "
                + "ulang halamannya.")
            { IsToldAlways = true },
        new(UnsavedReason.WrongDigest, ["SK005"], StatusCodes.Status409Conflict, Faulty) { IsFault = true },
        new(UnsavedReason.Circle, ["SK006"], StatusCodes.Status409Conflict,
            "Perubahan ini membuat susunan atasan melingkar, jadi belum disimpan. Pilih atasan yang lain."),
        new(UnsavedReason.Overlap, ["SK007"], StatusCodes.Status409Conflict,
            "Tanggalnya bertumpang tindih dengan periode lain menurut peraturan yang sama, jadi belum disimpan. Pilih tanggal lain."),
        new(UnsavedReason.Relied, ["SK008"], StatusCodes.Status409Conflict,
            "Nilai sebuah berkas sudah berdasar pada catatan ini, jadi perubahan Anda belum disimpan. Minta atasan langsungnya mengubah "
                + "penilaiannya dahulu."),
        new(UnsavedReason.SameTwice, ["SK009"], StatusCodes.Status409Conflict,
            "Keadaan yang sama sudah tercatat pada sebagian tanggal ini, jadi belum disimpan. Muat ulang halamannya dan periksa "
                + "daftarnya."),
        new(UnsavedReason.Awaited, ["SK010"], StatusCodes.Status409Conflict,
            "Masih ada yang menunggu orang ini, jadi perubahannya belum disimpan. Catat serah terimanya dahulu."),
        new(UnsavedReason.NameOfAnother, ["SK011"], StatusCodes.Status409Conflict,
            "Nama ini sama dengan nama pegawai, administrator, atau auditor lain, atau memuat huruf yang bukan huruf Latin, jadi belum "
                + "disimpan. Pakai nama lain: akun tanpa pegawai tidak boleh tampak seperti orang lain."),
        new(UnsavedReason.TwoAtOnce, [PostgresErrorCodes.ExclusionViolation], StatusCodes.Status409Conflict,
            "Pejabat ini sudah digantikan orang lain pada sebagian tanggal itu, jadi belum disimpan. Akhiri penugasan yang lama dahulu, "
                + "atau pilih tanggal lain."),
        new(UnsavedReason.Deadlock, [PostgresErrorCodes.DeadlockDetected], StatusCodes.Status409Conflict, AtOnce),
        new(UnsavedReason.Serialization, [PostgresErrorCodes.SerializationFailure], StatusCodes.Status409Conflict, AtOnce),
        new(UnsavedReason.Unreachable,
            [
                PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
                PostgresErrorCodes.TooManyConnections,
            ],
            StatusCodes.Status503ServiceUnavailable, Gone) { IsFault = true },
    ];

    public UnsavedReason Reason => Row.Reason;

    public string Sentence => Row.Sentence;

    /// <summary>What a page says of a race that was lost, in words of its own; a fault of the program keeps the sentence of the table, for
    /// to say that somebody else was first would be untrue, as it would be where the reader's own rights have changed.</summary>
    public string LostRace(string ownWords) => Row.IsFault || Row.IsToldAlways ? Sentence : ownWords;

    /// <summary>Null when the failure is none that this table knows: a fault of the program.</summary>
    public static Unsaved? Of(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException lost => new(Find(UnsavedReason.Stale), Names(lost)),
        DbUpdateException { InnerException: { } cause } => Of(cause),
        // A deferred guard speaks when the transaction ends, and is wrapped by no one.
        PostgresException refused => Rows.FirstOrDefault(r => r.SqlStates.Contains(refused.SqlState)) is { } row
            ? new(row, refused.ConstraintName ?? $"{refused.SqlState} {refused.TableName}".TrimEnd())
            : null,
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } =>
            new(Find(UnsavedReason.Unreachable), null),
        // Without a connection the framework advises a retry, around what happened.
        InvalidOperationException { InnerException: (NpgsqlException or DbUpdateException) and var cause } => Of(cause),
        _ => null,
    };

    /// <summary>Whether the connection was cut or is none, as after a restart of the server; one that is slow is not, nor a server that
    /// takes no more.</summary>
    public static bool IsCut(Exception failure) => failure switch
    {
        PostgresException ended => ended.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException { InnerException: SocketException or IOException } => true,
        (InvalidOperationException or DbUpdateException) and { InnerException: { } cause } => IsCut(cause),
        _ => false,
    };

    private static UnsavedRow Find(UnsavedReason reason) => Rows.Single(r => r.Reason == reason);

    private static string Names(DbUpdateConcurrencyException lost) =>
        string.Join(", ", lost.Entries.Select(e => e.Metadata.ShortName()).Distinct().Order(StringComparer.Ordinal));
}

public sealed record UnsavedRow(UnsavedReason Reason, IReadOnlyList<string> SqlStates, int Status, string Sentence)
{
    public bool IsFault { get; init; }

    /// <summary>Whether a page has no words of its own for it.</summary>
    public bool IsToldAlways { get; init; }
}

public static class Saving
{
    /// <summary>Saves; otherwise says why not and forgets what could not be saved. Without a connection there is no page to explain it
    /// on, so that goes on as an exception.</summary>
    public static async Task<Unsaved?> WhyNotSavedAsync(this SopDbContext db, Func<Task>? save = null, CancellationToken cancel = default)
    {
        try
        {
            await (save is null ? db.SaveChangesAsync(cancel) : save());
            return null;
        }
        catch (Exception failure) when (Unsaved.Of(failure) is { Reason: not UnsavedReason.Unreachable })
        {
            foreach (var entry in db.ChangeTracker.Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
            {
                entry.State = EntityState.Detached;
            }

            return Unsaved.Of(failure);
        }
    }
}
