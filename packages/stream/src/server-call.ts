/** The types of the calls of a response that xAI runs by itself: functions, shells and computers are the caller's own. */
export const SERVER_CALL: RegExp = /^(?!function_|shell_|local_shell_|computer_)\w+_call$/;
