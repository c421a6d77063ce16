namespace BriefingBot.Core.Diagnostics;

/// <summary>
/// What the person who runs the bot can mend: a store, a model, a token. The message is one line for them, what is wrong and what to do,
/// without a secret; the command line prints it as it is.
/// </summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="cause">What the library or the other side said.</param>
public abstract class OperatorException(string message, Exception? cause = null) : Exception(message, cause);
