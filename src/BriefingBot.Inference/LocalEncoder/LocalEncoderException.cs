namespace BriefingBot.Inference.LocalEncoder;

/// <summary>The local encoder cannot be used. The message is one line for the person who runs the bot: what is wrong and what to do.</summary>
public sealed class LocalEncoderException : Exception
{
    /// <summary>Makes one.</summary>
    public LocalEncoderException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one around what the file system or a parser said.</summary>
    public LocalEncoderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
