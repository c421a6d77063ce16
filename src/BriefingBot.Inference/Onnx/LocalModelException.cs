using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Inference.Onnx;

/// <summary>
/// A model in this process cannot be used. The message is one line for the person who runs the bot: what is wrong and what to do.
/// </summary>
public sealed class LocalModelException : OperatorException
{
    public LocalModelException(string message)
        : base(message) { }

    /// <summary>Makes one around what the file system, a parser or the runtime said.</summary>
    public LocalModelException(string message, Exception innerException)
        : base(message, innerException) { }
}
