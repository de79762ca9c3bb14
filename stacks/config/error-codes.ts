export const configErrorCodes = [] as readonly { code: string; meaning: string; fix: string }[];
