namespace SopKinerja.PrivatePostgres;

/// <summary>The private server cannot run here; the message says in Indonesian what to do.</summary>
public sealed class ServerRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
