using System.Runtime.CompilerServices;

namespace SopKinerja.Web.Tests.Site;

/// <summary>A host watches its style sheets for a change of their version; by inotify a user has 128 such watches on many machines, which
/// the hosts of all classes share, and the page of whoever comes after them fails.</summary>
internal static class WatchedFiles
{
    [ModuleInitializer]
    internal static void Poll() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
