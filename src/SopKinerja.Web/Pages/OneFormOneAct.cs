using System.Buffers.Binary;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Mvc.ViewFeatures.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>
/// One form, one act (docs/decisions/0028). A page's token is never written twice, so the token with everything that was sent beside it
/// is what a double click, a retry or a Back send again. The first sending that did something is kept with where it led and what was
/// said; a second gets that, and waits while the first is still being done.
/// </summary>
public sealed class OneFormOneAct(
    SopDbContext db, SignInManager<Persistence.Account> signIn, UserManager<Persistence.Account> users, ITempDataDictionaryFactory messages,
    TempDataSerializer serializer, IDataProtectionProvider protection, IOptions<AntiforgeryOptions> tokens,
    TimeProvider time) : IAsyncResourceFilter
{
    // Longer than anybody keeps a page open, and than the keys with which its token was made.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    // What another program does meanwhile (signing at BSrE) may take so long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly IDataProtector _protector = protection.CreateProtector("SopKinerja.FormAct");

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || context.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            await next();
            await ForgetAsync(ShownOnce.ShownIn(http));
            return;
        }

        var act = new FormAct(await DigestAsync(http), http.User.AccountId(), time.GetUtcNow());
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        try
        {
            try
            {
                await WaitAsync(act, http.RequestAborted);
                if (await db.Set<FormAct>().AsNoTracking().SingleOrDefaultAsync(a => a.Digest == act.Digest) is { } first)
                {
                    context.Result = await AnswerAgainAsync(first, http);
                    return;
                }

                if (await signIn.ValidateSecurityStampAsync(http.User) is null)
                {
                    // What an account may do is asked anew for every act; reading lags a minute behind.
                    await signIn.SignOutAsync();
                    context.Result = new ChallengeResult();
                    return;
                }

                http.Features.Set(act);
                var executed = await next();
                if (executed.Exception is null)
                {
                    await KeepAsync(act, http);
                }
            }
            finally
            {
                await LetGoAsync(act);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<byte[]> DigestAsync(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{http.User.AccountId()} {http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}");
        Append(hash, http.Request.Headers[tokens.Value.HeaderName!].ToString());
        if (!http.Request.HasFormContentType)
        {
            return hash.GetHashAndReset();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        foreach (var (name, values) in form)
        {
            foreach (var value in values)
            {
                Append(hash, name);
                Append(hash, value ?? "");
            }
        }

        foreach (var file in form.Files)
        {
            Append(hash, $"{file.Name} {file.FileName}");
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, http.RequestAborted));
        }

        return hash.GetHashAndReset();
    }

    // With its length, so that no two forms run together to the same text.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private async Task<IActionResult> AnswerAgainAsync(FormAct first, HttpContext http)
    {
        var answer = Opened(first.Answer) ?? new(
            http.Request.Path, false,
            new Dictionary<string, object?>
            {
                [SaveOrExplain.DoneMessage] = "Isian ini sudah Anda kirim sebelumnya dan sudah dikerjakan. "
                + "Halaman ini menampilkan keadaannya sekarang."
            });
        var said = messages.GetTempData(http);
        foreach (var (key, value) in answer.Said)
        {
            said[key] = value;
        }

        if (answer.IsSignedInAnew && await users.GetUserAsync(http.User) is { } account)
        {
            await signIn.RefreshSignInAsync(account);
        }

        return new LocalRedirectResult(answer.Location);
    }

    /// <summary>An answer is a way onward. A page that was shown once more (something was wrong, or only calculated) is none: whoever
    /// sends that form again may be helped by it now.</summary>
    private async Task KeepAsync(FormAct act, HttpContext http)
    {
        if (!act.IsStored && !act.IsDoneBehind)
        {
            return;
        }

        if (http.Response.Headers.Location.ToString() is not { Length: > 0 } location)
        {
            await db.Set<FormAct>().Where(a => a.Digest == act.Digest).ExecuteDeleteAsync();
            return;
        }

        var isSignedInAnew = http.Response.Headers.SetCookie
            .Any(cookie => cookie!.StartsWith($"{AccessSetup.SessionCookie}=", StringComparison.Ordinal));
        var answer = Closed(new(location, isSignedInAnew, messages.GetTempData(http).ToDictionary()));
        await db.Database.ExecuteSqlAsync($"""
            insert into form_acts (digest, account_id, at, answer) values ({act.Digest}, {act.AccountId}, {act.At}, {answer})
            on conflict (digest) do update set answer = excluded.answer
            """);
        await db.Set<FormAct>().Where(a => a.At < act.At - Kept).ExecuteDeleteAsync();
    }

    private async Task ForgetAsync(byte[]? shown)
    {
        if (shown is not null)
        {
            await db.Set<FormAct>().Where(a => a.Digest == shown)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Answer, (byte[]?)null));
        }
    }

    private byte[] Closed(Answer answer)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        writer.Write(answer.Location);
        writer.Write(answer.IsSignedInAnew);
        writer.Write(serializer.Serialize(answer.Said));
        writer.Flush();
        return _protector.Protect(plain.ToArray());
    }

    private Answer? Opened(byte[]? closed)
    {
        try
        {
            if (closed is null)
            {
                return null;
            }

            using var plain = new MemoryStream(_protector.Unprotect(closed));
            using var reader = new BinaryReader(plain);
            return new(reader.ReadString(), reader.ReadBoolean(), serializer.Deserialize(reader.ReadBytes((int)plain.Length)));
        }
        catch (CryptographicException)
        {
            // The key is gone with an old server; that the form was done is known all the same.
            return null;
        }
    }

    // The request's own connection holds the lock, so a server that stops lets go.
    private async Task WaitAsync(FormAct act, CancellationToken cancel)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestWait);
        // A question and no command: a lock writes nothing, so whoever finds the connection cut here may be asked again.
        await db.Database.SqlQuery<string>($"""select pg_advisory_lock({Key(act)})::text as "Value" """).ToListAsync(cancel);
        db.Database.SetCommandTimeout(usual);
    }

    private async Task LetGoAsync(FormAct act)
    {
        if (db.Database.GetDbConnection().State == ConnectionState.Open)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Key(act)})");
        }
    }

    private static long Key(FormAct act) => BinaryPrimitives.ReadInt64LittleEndian(act.Digest);

    /// <param name="IsSignedInAnew">The act ended the sessions of its own account but this one (a changed password).</param>
    private sealed record Answer(string Location, bool IsSignedInAnew, IDictionary<string, object?> Said);
}
