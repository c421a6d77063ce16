using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>The store cannot be used. The message is one line for the person who runs the bot: what is wrong and what to do.</summary>
public sealed class StoreException : OperatorException
{
    public StoreException(string message)
        : base(message) { }

    /// <summary>Makes one around what the database said.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException) { }
}
