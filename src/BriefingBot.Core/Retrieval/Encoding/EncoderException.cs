using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Retrieval.Encoding;

/// <summary>
/// An encoder that is not in this process made no vectors. The message is for administrators: what happened and what to do, no secret, no
/// stack.
/// </summary>
/// <param name="message">What happened and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class EncoderException(string message, Exception? inner = null) : OperatorException(message, inner);
